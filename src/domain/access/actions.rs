//! The matrix: every action, who may do it, and when. `tests/api/matrix.txt` is its witness through the real door.

use super::Role::{self, Administrator, Facilitator, Participant, Promoter, Reviewer, Visitor};
use super::{Action, When};

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $word:literal, [$($role:ident),+], $when:ident;)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy)]
            pub struct $name;
            impl Action for $name {
                const NAME: &'static str = $word;
                const ROLES: &'static [Role] = &[$($role),+];
                const WHEN: When = When::$when;
            }
        )+

        /// The whole matrix, for the test that walks it and the page that shows it.
        pub const MATRIX: &[(&str, &[Role], When)] = &[$(($word, &[$($role),+], When::$when)),+];
    };
}

actions! {
    /// Register, sign in, ask for a new password.
    Register = "register", [Visitor, Participant], Always;
    /// Change one's own account: password, organisations, subscriptions, sign out everywhere.
    ManageOwnAccount = "manage_own_account", [Participant], Always;
    /// Make a process and change its facts.
    ManageProcess = "manage_process", [Promoter, Administrator], Always;
    /// Make a new process.
    CreateProcess = "create_process", [Administrator], Always;
    /// Grant and revoke roles.
    GrantRole = "grant_role", [Promoter, Administrator], Always;
    /// Import a draft and decide on its passages.
    ImportVersion = "import_version", [Reviewer, Promoter, Administrator], Always;
    /// Publish a version.
    PublishVersion = "publish_version", [Promoter, Administrator], Always;
    /// Set opening and closing of a window.
    SetWindow = "set_window", [Promoter, Administrator], Always;
    /// Extend a window, with a public reason.
    ExtendWindow = "extend_window", [Promoter, Administrator], BeforeClose;
    /// Comment while the window is open.
    Comment = "comment", [Participant], WhileOpen;
    /// Edit one's own comment.
    EditComment = "edit_comment", [Participant], WhileOpen;
    /// Withdraw one's own comment.
    WithdrawComment = "withdraw_comment", [Participant], WhileOpen;
    /// Support somebody else's shown comment.
    Support = "support", [Participant], WhileOpen;
    /// File a text that came too late.
    FileLate = "file_late", [Participant], AfterClose;
    /// Enter what came by another channel, with its evidence.
    EnterOther = "enter_other_channel", [Reviewer, Promoter, Administrator], Always;
    /// Read the contributions that are not public, and the queue.
    ReadRegister = "read_register", [Facilitator, Reviewer, Promoter, Administrator], Always;
    /// Publish, hold, refuse, redact, mark as duplicate.
    Moderate = "moderate", [Reviewer, Promoter, Administrator], Always;
    /// Cut requests and prepare answers.
    PrepareResponse = "prepare_response", [Reviewer, Promoter, Administrator], Always;
    /// Approve or return an answer another person prepared, and publish a batch.
    ApproveResponse = "approve_response", [Promoter], Always;
    /// Say why a passage changed that no request explains.
    ExplainChange = "explain_change", [Reviewer, Promoter, Administrator], Always;
    /// Enter participants of other channels, the report's introduction, acts.
    PrepareReport = "prepare_report", [Reviewer, Promoter, Administrator], Always;
    /// Publish the report.
    PublishReport = "publish_report", [Promoter, Administrator], Always;
    /// Write events, their tables and their guide; hold, move or cancel them.
    ManageEvents = "manage_events", [Reviewer, Promoter, Administrator], Always;
    /// Enrol for an event, with or without an account.
    Enrol = "enrol", [Visitor, Participant], Always;
    /// Read who enrolled, with what they need to take part.
    ReadEnrolments = "read_enrolments", [Facilitator, Reviewer, Promoter, Administrator], Always;
    /// Say who came, at the door.
    KeepDoor = "keep_door", [Facilitator, Reviewer, Promoter, Administrator], Always;
    /// Keep the minutes of a table: who facilitates, those of their own tables.
    KeepMinutes = "keep_minutes", [Facilitator, Reviewer, Promoter, Administrator], Always;
    /// Publish a restitution that others wrote.
    PublishRestitution = "publish_restitution", [Promoter, Administrator], Always;
    /// Record who was heard, and keep the grid of questions.
    RecordInterview = "record_interview", [Facilitator, Reviewer, Promoter, Administrator], Always;
    /// Keep the themes, and write what was learnt under each.
    KeepFindings = "keep_findings", [Facilitator, Reviewer, Promoter, Administrator], Always;
    /// Publish the set of findings.
    PublishFindings = "publish_findings", [Promoter, Administrator], Always;
    /// Cite a published finding as the source of a passage.
    CiteFinding = "cite_finding", [Reviewer, Promoter, Administrator], Always;
    /// Read the audit trail.
    ReadAudit = "read_audit", [Administrator], Always;
}
