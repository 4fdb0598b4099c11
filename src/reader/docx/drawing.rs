//! What is drawn rather than written: images, charts, shapes, text boxes.

use super::body::Walker;
use super::inline::Inline;
use super::package::Relations;
use crate::report::NoteKind;
use crate::sheet::Picture;
use crate::xml::El;

impl Walker<'_> {
    /// An image becomes a figure after the paragraph; the text of a box is read after it, too. What is neither is told.
    pub fn drawing<'t>(&mut self, element: El<'t>, relations: &Relations, out: &mut Inline<'t>) {
        let boxes: Vec<El<'t>> = outermost_boxes(element);
        if !boxes.is_empty() {
            out.boxes.extend(boxes);
            return;
        }
        let alt = alternative(element).unwrap_or_default().to_owned();
        let object = element
            .descendants()
            .any(|it| matches!(it.name(), "chart" | "OLEObject" | "relIds" | "contentPart" | "control"));
        let image = element.descendants().find(|it| matches!(it.name(), "blip" | "imagedata"));
        if element.descendants().any(|it| it.name() == "decorative" && it.attr("val") != Some("0")) {
            self.sheet.notes.add(NoteKind::ImageDropped, &self.place(), &alt);
        } else if image.is_some() || !alt.is_empty() {
            if object {
                self.sheet.notes.add(NoteKind::ObjectDropped, &self.place(), &alt);
            }
            let target = image.and_then(|it| target(it, relations));
            out.pictures.push(Picture { alt, target });
        } else {
            self.sheet.notes.add(NoteKind::ObjectDropped, &self.place(), "");
        }
    }
}

/// What the author wrote to stand for the picture. `docPr` is Word's own; the others are of older files.
fn alternative(element: El<'_>) -> Option<&str> {
    let filled = |text: &&str| !text.trim().is_empty();
    element.descendants().find_map(|it| match it.name() {
        "docPr" | "cNvPr" => it.attr("descr").filter(filled).or_else(|| it.attr("title").filter(filled)),
        "shape" | "rect" | "group" => it.attr("alt").filter(filled),
        _ => None,
    })
}

/// The part that holds the bytes; for an image outside the file, its address, which leads to none.
fn target(image: El<'_>, relations: &Relations) -> Option<String> {
    let id = image.attr("embed").or_else(|| image.attr("id")).or_else(|| image.attr("link"))?;
    relations.part(id).or_else(|| relations.link(id)).map(str::to_owned)
}

/// The text boxes of a drawing, each once: not those within another, nor the fallback copies.
fn outermost_boxes(element: El<'_>) -> Vec<El<'_>> {
    let mut found = Vec::new();
    let mut stack = vec![element];
    while let Some(next) = stack.pop() {
        match next.name() {
            "Fallback" => {}
            "txbxContent" => found.push(next),
            _ => {
                let from = stack.len();
                stack.extend(next.children());
                stack.get_mut(from..).unwrap_or_default().reverse();
            }
        }
    }
    found
}
