//! Figures from one version to the next: the same picture is the same passage, and the words somebody wrote for it are not lost
//! because the file was never told. Pure.

use std::collections::{HashMap, HashSet};

use reader::{Block, Body};

use super::model::Passage;

/// The alternative texts written so far, by the name of the picture.
pub fn words<'a>(passages: impl Iterator<Item = &'a Passage>) -> HashMap<String, String> {
    let told = |p: &Passage| match &p.block.body {
        Body::Figure { alt, image: Some(image) } if !alt.trim().is_empty() => Some((image.clone(), alt.clone())),
        _ => None,
    };
    passages.filter_map(told).collect()
}

/// Gives its words to each picture that comes without.
pub fn remember(blocks: &mut [Block], words: &HashMap<String, String>) {
    for block in blocks {
        if let Body::Figure { alt, image: Some(image) } = &mut block.body
            && alt.trim().is_empty()
            && let Some(known) = words.get(image.as_str())
        {
            known.clone_into(alt);
        }
    }
}

/// The pictures of some blocks.
pub fn names<'a>(of: impl Iterator<Item = &'a Block>) -> HashSet<String> {
    let name = |b: &Block| match &b.body {
        Body::Figure { image, .. } => image.clone(),
        _ => None,
    };
    of.filter_map(name).collect()
}

/// A block as it is aligned: a picture that both versions show is known by itself, whatever words it has; so is one that has none.
pub fn stand_in(block: &Block, both: &HashSet<String>) -> Block {
    match &block.body {
        Body::Figure { alt, image: Some(name) } if both.contains(name) || alt.trim().is_empty() => {
            let body = Body::Figure { alt: format!("immagine {name}"), image: Some(name.clone()) };
            Block { body, ..block.clone() }
        }
        _ => block.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use reader::BlockKind;

    fn figure(alt: &str, image: Option<&str>) -> Block {
        let body = Body::Figure { alt: alt.to_owned(), image: image.map(str::to_owned) };
        Block { kind: BlockKind::Figure, body, number: None }
    }

    #[test]
    fn a_picture_is_known_by_itself() {
        let (old, new) = ([figure("una pianta", Some("a")), figure("altro", Some("b"))], [figure("", Some("a"))]);
        let both: HashSet<String> = names(old.iter()).intersection(&names(new.iter())).cloned().collect();
        assert_eq!(stand_in(&old[0], &both).text(), stand_in(&new[0], &both).text());
        assert_eq!(stand_in(&old[1], &both).text(), "altro");
        assert_eq!(stand_in(&figure("", None), &both).text(), "");
    }

    #[test]
    fn words_are_remembered() {
        let mut blocks = [figure(" ", Some("a")), figure("detto", Some("a")), figure("", Some("b")), figure("", None)];
        remember(&mut blocks, &HashMap::from([("a".to_owned(), "una pianta".to_owned())]));
        let told: Vec<String> = blocks.iter().map(Block::text).collect();
        assert_eq!(told, ["una pianta", "detto", "", ""]);
    }
}
