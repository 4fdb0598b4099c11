//! The SQL of requests, responses, and what intake reads of the register.

mod received;
mod requests;
mod responses;

pub use received::{authors, commented, facts, names, numbers, saying, version_numbers, words};
pub use requests::{
    delete_request, excerpts, insert_request, naming, put, put_into, put_whole, puts, request_by_number,
    requests_by_numbers, requests_of, requests_of_process, requests_of_responses, set_excerpts, set_summary, themes,
    unanswered,
};
pub use responses::{
    approved, approved_in, assign, assign_next, cited, citing, codes, delete_response, insert_response, published,
    published_count, response, response_by_number, response_counts, responses, responses_of_process, returned,
    set_passages, submitted, superseded_by, update_response,
};
