// The classes of Bootstrap Italia a view may use. A selector that names any other class is dropped, whatever the views
// hold today: the stylesheet depends on this list alone (README.md says why).
const at = '(?:-(?:md|lg))?';
const shown = '(?:-(?:md|lg|print))?';
export const keep = [
  'container', 'container-fluid', 'row', `col${at}(?:-(?:auto|\\d+))?`, `offset-lg-[1-6]`, `g[xy]?-[0-5]`,
  'h[1-6]', 'lead', 'small', 'text-muted', 'blockquote', 'list-unstyled', 'list-inline', 'list-inline-item', 'text-monospace',
  `[mp][tbsexy]?${at}-(?:[0-5]|auto)`, `gap${at}-[0-5]`,
  `d${shown}-(?:none|block|inline|inline-block|flex|inline-flex|grid|table)`,
  `flex${at}-(?:row|column|wrap|nowrap|grow-[01]|fill|shrink-[01])`, `(?:justify-content|align-items|align-self)${at}-[a-z]+`, 'order-(?:first|last)',
  'text(?:-md)?-(?:start|center|end)', 'text-(?:nowrap|break|truncate|uppercase|decoration-none)', 'fw-(?:normal|semibold|bold)',
  'fst-italic', 'font-monospace', 'lh-sm',
  'text-(?:primary|secondary|success|danger|warning|dark|white)', 'bg-(?:primary|secondary|success|danger|warning|light|dark|white)',
  'border(?:-0|-top|-bottom|-start|-end)?', 'rounded',
  'w-(?:25|50|75|100)', '[mh]w?-100', 'position-(?:relative|sticky)', 'overflow-auto',
  'visually-hidden(?:-focusable)?', 'stretched-link',
  'btn(?:-(?:primary|secondary|danger|success|link|sm|lg|xs|icon))?', 'btn-outline-(?:primary|secondary|danger)', 'disabled',
  'table(?:-(?:striped|hover|sm|bordered|responsive))?', 'caption-top',
  'alert(?:-(?:info|success|warning|danger))?', 'badge',
  'breadcrumb(?:-container|-item)?', 'separator', 'active', 'pagination(?:-wrapper)?', 'page-(?:item|link)',
  'nav(?:-(?:tabs|pills|item|link))?', 'list-group(?:-item|-item-action|-flush)?', 'progress(?:-bar)?',
  'icon(?:-(?:xs|sm|lg|primary|secondary|white|success|danger|warning))?',
];
const whole = new RegExp(`^(?:${keep.join('|')})$`);
export const kept = name => whole.test(name);
