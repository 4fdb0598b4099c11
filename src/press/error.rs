//! What can go wrong in the press: never the content, only the machinery.

/// A renderer could not finish. No content leads here by design; if it does, it is a defect to report with the message.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PressError {
    /// The document could not be handed over to the typesetter.
    #[error("the document could not be serialised: {0}")]
    Serialise(#[from] serde_json::Error),
    /// The typesetter, or the check of PDF/UA-1 and PDF/A-2a, refused the document.
    #[error("the PDF could not be typeset: {0}")]
    Typeset(String),
    /// The DOCX package could not be written.
    #[error("the DOCX could not be packed: {0}")]
    Pack(#[from] zip::result::ZipError),
    /// A part of the DOCX package could not be written.
    #[error("the DOCX could not be written: {0}")]
    Write(#[from] std::io::Error),
}
