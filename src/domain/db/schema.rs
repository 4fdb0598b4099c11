//! The tables as Diesel sees them; one line a column, in the order of `migrations/`.
#![allow(missing_docs, reason = "the names are the columns' own; what each holds is said in columns.rs")]

diesel::table! {
    secrets (name) {
        name -> Text,
        value -> Text,
    }
}

diesel::table! {
    accounts (id) {
        id -> BigInt,
        email -> Text,
        email_key -> Text,
        name -> Text,
        password_hash -> Text,
        lang -> Text,
        administrator -> Bool,
        confirmed_at -> Nullable<BigInt>,
        created_at -> BigInt,
    }
}

diesel::table! {
    calendar_feeds (account_id) {
        account_id -> BigInt,
        token_hash -> Text,
        made_at -> BigInt,
    }
}

diesel::table! {
    sessions (token_hash) {
        token_hash -> Text,
        account_id -> BigInt,
        created_at -> BigInt,
        seen_at -> BigInt,
        expires_at -> BigInt,
    }
}

diesel::table! {
    registrations (token_hash) {
        token_hash -> Text,
        email -> Text,
        email_key -> Text,
        name -> Text,
        password_hash -> Text,
        lang -> Text,
        organisation -> Text,
        category -> Text,
        zone -> Text,
        draft_key_hash -> Nullable<Text>,
        created_at -> BigInt,
        expires_at -> BigInt,
    }
}

diesel::table! {
    drafts (id) {
        id -> BigInt,
        key_hash -> Text,
        account_id -> Nullable<BigInt>,
        payload -> Text,
        created_at -> BigInt,
        expires_at -> BigInt,
    }
}

diesel::table! {
    tokens (token_hash) {
        token_hash -> Text,
        kind -> Text,
        account_id -> BigInt,
        created_at -> BigInt,
        expires_at -> BigInt,
        used_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    organisations (id) {
        id -> BigInt,
        name -> Text,
        name_key -> Text,
        category -> Text,
        zone -> Text,
        created_at -> BigInt,
        plain_key -> Text,
    }
}

diesel::table! {
    mandates (id) {
        id -> BigInt,
        account_id -> BigInt,
        organisation_id -> BigInt,
        created_at -> BigInt,
        revoked_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    processes (id) {
        id -> BigInt,
        slug -> Text,
        title -> Text,
        summary -> Text,
        founding_act -> Text,
        founded_on -> Nullable<Date>,
        contact -> Text,
        facilitator -> Text,
        introduction -> Text,
        thanks -> Text,
        created_at -> BigInt,
        published_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    counters (process_id, name) {
        process_id -> BigInt,
        name -> Text,
        value -> BigInt,
    }
}

diesel::table! {
    promoters (id) {
        id -> BigInt,
        process_id -> BigInt,
        position -> Integer,
        name -> Text,
        contact -> Text,
        act_kind -> Text,
        act_number -> Text,
        act_date -> Nullable<Date>,
    }
}

diesel::table! {
    phases (id) {
        id -> BigInt,
        process_id -> BigInt,
        position -> Integer,
        kind -> Text,
        title -> Text,
        description -> Text,
        starts_on -> Nullable<Date>,
        ends_on -> Nullable<Date>,
    }
}

diesel::table! {
    figures (id) {
        id -> BigInt,
        process_id -> BigInt,
        phase_id -> Nullable<BigInt>,
        position -> Integer,
        label -> Text,
        value -> Text,
    }
}

diesel::table! {
    documents (id) {
        id -> BigInt,
        process_id -> BigInt,
        position -> Integer,
        title -> Text,
        note -> Text,
        link -> Text,
    }
}

diesel::table! {
    acts (id) {
        id -> BigInt,
        process_id -> BigInt,
        body -> Text,
        title -> Text,
        act_number -> Text,
        act_date -> Nullable<Date>,
        note -> Text,
        entered_by -> BigInt,
        entered_at -> BigInt,
    }
}

diesel::table! {
    grants (id) {
        id -> BigInt,
        account_id -> BigInt,
        process_id -> BigInt,
        role -> Text,
        granted_by -> Nullable<BigInt>,
        granted_at -> BigInt,
        revoked_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    subscriptions (process_id, account_id) {
        process_id -> BigInt,
        account_id -> BigInt,
        created_at -> BigInt,
    }
}

diesel::table! {
    versions (id) {
        id -> BigInt,
        process_id -> BigInt,
        number -> Integer,
        title -> Text,
        source_name -> Text,
        source_sha256 -> Text,
        import_report -> Text,
        note -> Text,
        imported_by -> BigInt,
        imported_at -> BigInt,
        published_by -> Nullable<BigInt>,
        published_at -> Nullable<BigInt>,
        summary -> Text,
    }
}

diesel::table! {
    passages (id) {
        id -> BigInt,
        process_id -> BigInt,
        code -> Integer,
    }
}

diesel::table! {
    passage_texts (id) {
        id -> BigInt,
        version_id -> BigInt,
        position -> Integer,
        passage_id -> Nullable<BigInt>,
        kind -> Text,
        level -> Integer,
        number -> Text,
        block -> Text,
        text -> Text,
        words -> Integer,
        matched -> Text,
        likeness -> Integer,
        candidates -> Text,
        confidence -> Integer,
        revision -> Integer,
    }
}

diesel::table! {
    passage_ends (version_id, passage_id) {
        version_id -> BigInt,
        passage_id -> BigInt,
        into_passage_id -> Nullable<BigInt>,
        said -> Text,
        confidence -> Integer,
        likely_text_id -> Nullable<BigInt>,
    }
}

diesel::table! {
    passage_origins (version_id, passage_id, from_passage_id) {
        version_id -> BigInt,
        passage_id -> BigInt,
        from_passage_id -> BigInt,
        said -> Text,
        confidence -> Integer,
    }
}

diesel::table! {
    plan_images (process_id, sha256) {
        process_id -> BigInt,
        sha256 -> Text,
        media_type -> Text,
        bytes -> Binary,
        kept_at -> BigInt,
    }
}

diesel::table! {
    version_images (version_id, sha256) {
        version_id -> BigInt,
        process_id -> BigInt,
        sha256 -> Text,
    }
}

diesel::table! {
    plan_files (version_id, format) {
        version_id -> BigInt,
        format -> Text,
        sha256 -> Text,
        bytes -> Binary,
        made_at -> BigInt,
    }
}

diesel::table! {
    passage_edits (id) {
        id -> BigInt,
        version_id -> BigInt,
        row_id -> BigInt,
        code -> Nullable<Integer>,
        act -> Text,
        revision -> Integer,
        kind -> Text,
        level -> Integer,
        block -> Text,
        text -> Text,
        words -> Integer,
        edited_by -> BigInt,
        edited_at -> BigInt,
    }
}

diesel::table! {
    passage_leads (version_id, from_link) {
        version_id -> BigInt,
        from_link -> Text,
        to_link -> Text,
    }
}

diesel::table! {
    change_reasons (version_id, passage_id) {
        version_id -> BigInt,
        passage_id -> BigInt,
        kind -> Text,
        note -> Text,
        given_by -> BigInt,
        given_at -> BigInt,
    }
}

diesel::table! {
    consultations (id) {
        id -> BigInt,
        process_id -> BigInt,
        version_id -> BigInt,
        opens_at -> BigInt,
        closes_at -> BigInt,
        zone -> Text,
        opening_told_at -> Nullable<BigInt>,
        closing_told_at -> Nullable<BigInt>,
        set_by -> BigInt,
        set_at -> BigInt,
    }
}

diesel::table! {
    extensions (id) {
        id -> BigInt,
        consultation_id -> BigInt,
        closed_at_before -> BigInt,
        closes_at_after -> BigInt,
        reason -> Text,
        extended_by -> BigInt,
        extended_at -> BigInt,
    }
}

diesel::table! {
    contributions (id) {
        id -> BigInt,
        process_id -> BigInt,
        number -> Integer,
        consultation_id -> BigInt,
        channel -> Text,
        late -> Bool,
        kind -> Text,
        version_id -> BigInt,
        passage_id -> Nullable<BigInt>,
        account_id -> Nullable<BigInt>,
        organisation_id -> Nullable<BigInt>,
        sender -> Text,
        evidence -> Text,
        shown -> Bool,
        named_as -> Text,
        pseudonym -> Text,
        revision -> Integer,
        moderation -> Text,
        refusal -> Text,
        refusal_note -> Text,
        moderated_at -> Nullable<BigInt>,
        withdrawn_at -> Nullable<BigInt>,
        duplicate_of -> Nullable<BigInt>,
        received_at -> BigInt,
        recorded_at -> BigInt,
        told_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    contribution_texts (contribution_id, revision) {
        contribution_id -> BigInt,
        revision -> Integer,
        text -> Text,
        proposed -> Text,
        redacted -> Bool,
        written_at -> BigInt,
    }
}

diesel::table! {
    seals (contribution_id, revision) {
        contribution_id -> BigInt,
        revision -> Integer,
        salt -> Text,
        sealed_text -> Text,
        sealed_proposed -> Text,
    }
}

diesel::table! {
    register_entries (process_id, seq) {
        process_id -> BigInt,
        seq -> Integer,
        at -> BigInt,
        act -> Text,
        number -> Integer,
        revision -> Integer,
        commitment -> Text,
        previous -> Text,
        hash -> Text,
    }
}

diesel::table! {
    supports (contribution_id, account_id) {
        contribution_id -> BigInt,
        account_id -> BigInt,
        at -> BigInt,
    }
}

diesel::table! {
    responses (id) {
        id -> BigInt,
        process_id -> BigInt,
        number -> Integer,
        outcome -> Text,
        reason -> Text,
        competence -> Text,
        deferred_step -> Text,
        deferred_owner -> Text,
        version_id -> Nullable<BigInt>,
        state -> Text,
        return_note -> Text,
        prepared_by -> BigInt,
        prepared_at -> BigInt,
        approved_by -> Nullable<BigInt>,
        approved_at -> Nullable<BigInt>,
        published_at -> Nullable<BigInt>,
        supersedes -> Nullable<BigInt>,
    }
}

diesel::table! {
    response_passages (response_id, passage_id) {
        response_id -> BigInt,
        passage_id -> BigInt,
    }
}

diesel::table! {
    requests (id) {
        id -> BigInt,
        process_id -> BigInt,
        number -> Integer,
        contribution_id -> BigInt,
        revision -> Integer,
        summary -> Text,
        theme -> Text,
        response_id -> Nullable<BigInt>,
        next_response_id -> Nullable<BigInt>,
        cut_by -> BigInt,
        cut_at -> BigInt,
    }
}

diesel::table! {
    passage_requests (version_id, passage_id, request_id) {
        version_id -> BigInt,
        passage_id -> BigInt,
        request_id -> BigInt,
        whole -> Bool,
        put_by -> BigInt,
        put_at -> BigInt,
    }
}

diesel::table! {
    request_excerpts (request_id, position) {
        request_id -> BigInt,
        position -> Integer,
        starts -> Integer,
        ends -> Integer,
    }
}

diesel::table! {
    participant_entries (id) {
        id -> BigInt,
        process_id -> BigInt,
        channel -> Text,
        organisation -> Text,
        citizens -> Integer,
        entered_by -> BigInt,
        entered_at -> BigInt,
    }
}

diesel::table! {
    outbox (id) {
        id -> BigInt,
        kind -> Text,
        recipient -> Text,
        lang -> Text,
        params -> Text,
        created_at -> BigInt,
        due_at -> BigInt,
        attempts -> Integer,
        last_error -> Text,
        sent_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    once_keys (key) {
        key -> Text,
        location -> Text,
        at -> BigInt,
    }
}

diesel::table! {
    audit (id) {
        id -> BigInt,
        at -> BigInt,
        process_id -> Nullable<BigInt>,
        account_id -> Nullable<BigInt>,
        role -> Text,
        action -> Text,
        subject -> Text,
        reason -> Text,
    }
}

diesel::table! {
    reports (id) {
        id -> BigInt,
        process_id -> BigInt,
        number -> Integer,
        content -> Text,
        content_sha256 -> Text,
        published_by -> BigInt,
        published_at -> BigInt,
        withdrawn_at -> Nullable<BigInt>,
        withdrawn_reason -> Text,
    }
}

diesel::table! {
    report_files (report_id, format) {
        report_id -> BigInt,
        format -> Text,
        sha256 -> Text,
        bytes -> Binary,
    }
}

diesel::table! {
    events (id) {
        id -> BigInt,
        process_id -> BigInt,
        number -> Integer,
        kind -> Text,
        title -> Text,
        programme -> Text,
        place -> Text,
        address -> Text,
        accessibility -> Text,
        online_link -> Text,
        starts_at -> BigInt,
        ends_at -> BigInt,
        admission -> Text,
        closes_at -> BigInt,
        room_seats -> Integer,
        room_taken -> Integer,
        remote_seats -> Integer,
        remote_taken -> Integer,
        last_turn -> Integer,
        state -> Text,
        state_reason -> Text,
        moved_online_at -> Nullable<BigInt>,
        ended_at -> Nullable<BigInt>,
        revision -> Integer,
        guide_text -> Text,
        reminded_at -> Nullable<BigInt>,
        created_by -> BigInt,
        created_at -> BigInt,
        published_at -> Nullable<BigInt>,
        enrolment_changes -> Integer,
    }
}

diesel::table! {
    interviews (id) {
        id -> BigInt,
        process_id -> BigInt,
        name -> Text,
        organisation -> Text,
        organisation_listed -> Bool,
        held_on -> Date,
        way -> Text,
        minutes -> Integer,
        conducted_by -> Text,
        consent -> Text,
    }
}

diesel::table! {
    event_documents (id) {
        id -> BigInt,
        event_id -> BigInt,
        position -> Integer,
        title -> Text,
        note -> Text,
        link -> Text,
    }
}

diesel::table! {
    ended_links (token_hash) {
        token_hash -> Text,
        ended_at -> BigInt,
    }
}

diesel::table! {
    event_files (id) {
        id -> BigInt,
        event_id -> BigInt,
        title -> Text,
        note -> Text,
        file_name -> Text,
        content_type -> Text,
        sha256 -> Text,
        size -> Integer,
        added_by -> BigInt,
        added_at -> BigInt,
    }
}

diesel::table! {
    event_file_parts (file_id, position) {
        file_id -> BigInt,
        position -> Integer,
        bytes -> Binary,
    }
}

diesel::table! {
    event_guests (event_id, account_id) {
        event_id -> BigInt,
        account_id -> BigInt,
    }
}

diesel::table! {
    event_tables (id) {
        id -> BigInt,
        event_id -> BigInt,
        number -> Integer,
        theme -> Text,
        room -> Text,
        seats -> Integer,
        taken -> Integer,
    }
}

diesel::table! {
    table_facilitators (table_id, account_id) {
        table_id -> BigInt,
        account_id -> BigInt,
    }
}

diesel::table! {
    table_sessions (id) {
        id -> BigInt,
        table_id -> BigInt,
        position -> Integer,
        question -> Text,
        starts_at -> Nullable<BigInt>,
        ends_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    interview_questions (process_id, position) {
        process_id -> BigInt,
        position -> Integer,
        question -> Text,
    }
}

diesel::table! {
    enrolments (id) {
        id -> BigInt,
        event_id -> BigInt,
        turn -> Integer,
        code -> Text,
        account_id -> Nullable<BigInt>,
        name -> Text,
        name_key -> Text,
        email -> Text,
        email_key -> Text,
        lang -> Text,
        organisation -> Text,
        category -> Text,
        zone -> Text,
        needs -> Text,
        mode -> Text,
        first_table -> Nullable<BigInt>,
        second_table -> Nullable<BigInt>,
        table_id -> Nullable<BigInt>,
        state -> Text,
        consented_at -> BigInt,
        enrolled_at -> BigInt,
        cancelled_at -> Nullable<BigInt>,
        present -> Bool,
        door_at -> Nullable<BigInt>,
        organisation_listed -> Bool,
        forgotten_at -> Nullable<BigInt>,
        reminded_at -> Nullable<BigInt>,
        organisation_key -> Text,
        changed -> Integer,
    }
}

diesel::table! {
    interview_themes (id) {
        id -> BigInt,
        process_id -> BigInt,
        position -> Integer,
        title -> Text,
        interviews -> Integer,
    }
}

diesel::table! {
    enrolment_links (token_hash) {
        token_hash -> Text,
        enrolment_id -> BigInt,
        created_at -> BigInt,
    }
}

diesel::table! {
    door_acts (key) {
        key -> Text,
        event_id -> BigInt,
        enrolment_id -> Nullable<BigInt>,
        kind -> Text,
        heads -> Integer,
        done_at -> BigInt,
        recorded_at -> BigInt,
        done_by -> BigInt,
    }
}

diesel::table! {
    event_guides (id) {
        id -> BigInt,
        event_id -> BigInt,
        edition -> Integer,
        file_name -> Text,
        content_type -> Text,
        sha256 -> Text,
        bytes -> Binary,
        published_by -> BigInt,
        published_at -> BigInt,
    }
}

diesel::table! {
    findings (id) {
        id -> BigInt,
        theme_id -> BigInt,
        text -> Text,
        published -> Bool,
    }
}

diesel::table! {
    guide_deliveries (guide_id, enrolment_id) {
        guide_id -> BigInt,
        enrolment_id -> BigInt,
        letter_id -> BigInt,
        queued_at -> BigInt,
        waiting -> Bool,
    }
}

diesel::table! {
    passage_sources (passage_id, finding_id) {
        passage_id -> BigInt,
        finding_id -> BigInt,
    }
}

diesel::table! {
    minutes (session_id) {
        session_id -> BigInt,
        changes -> BigInt,
    }
}

diesel::table! {
    minute_lines (key) {
        key -> Text,
        session_id -> BigInt,
        kind -> Text,
        text -> Text,
        enrolment_id -> Nullable<BigInt>,
        organisation -> Text,
        objective -> Text,
        passage_id -> Nullable<BigInt>,
        heading -> Nullable<Text>,
        position -> BigInt,
        revision -> Integer,
        changed -> BigInt,
        said_at -> BigInt,
        written_at -> BigInt,
        written_by -> BigInt,
        removed_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    minute_wordings (line_key, revision) {
        line_key -> Text,
        revision -> Integer,
        kind -> Text,
        text -> Text,
        written_by -> BigInt,
        written_at -> BigInt,
    }
}

diesel::table! {
    minute_contributions (line_key) {
        line_key -> Text,
        revision -> Integer,
        contribution_id -> BigInt,
    }
}

diesel::table! {
    minute_acts (key) {
        key -> Text,
        session_id -> BigInt,
        act -> Text,
        line_key -> Text,
        done_at -> BigInt,
        recorded_at -> BigInt,
        done_by -> BigInt,
    }
}

diesel::table! {
    register_acts (contribution_id) {
        contribution_id -> BigInt,
        kind -> Text,
        title -> Text,
        act_number -> Text,
        act_date -> Date,
        file_name -> Text,
        content_type -> Text,
        sha256 -> Text,
        size -> Integer,
        file_public -> Bool,
        entry_seq -> Nullable<Integer>,
    }
}

diesel::table! {
    register_act_parts (contribution_id, position) {
        contribution_id -> BigInt,
        position -> Integer,
        bytes -> Binary,
    }
}

diesel::table! {
    event_organisations (event_id, organisation) {
        event_id -> BigInt,
        organisation -> Text,
    }
}

diesel::table! {
    finding_withdrawals (finding_id) {
        finding_id -> BigInt,
        reason -> Text,
        withdrawn_on -> Date,
    }
}

diesel::table! {
    restitution_withdrawals (edition_id) {
        edition_id -> BigInt,
        reason -> Text,
        withdrawn_by -> BigInt,
        withdrawn_at -> BigInt,
    }
}

diesel::table! {
    restitutions (id) {
        id -> BigInt,
        event_id -> BigInt,
        session_id -> Nullable<BigInt>,
        changes -> BigInt,
    }
}

diesel::table! {
    restitution_points (id) {
        id -> BigInt,
        restitution_id -> BigInt,
        kind -> Text,
        text -> Text,
        objective -> Text,
        who -> Text,
        by_when -> Text,
        means -> Text,
        position -> Integer,
        revision -> Integer,
        written_by -> BigInt,
        written_at -> BigInt,
    }
}

diesel::table! {
    restitution_lines (point_id, line_key) {
        point_id -> BigInt,
        line_key -> Text,
        revision -> Integer,
    }
}

diesel::table! {
    restitution_sources (point_id, source_id) {
        point_id -> BigInt,
        source_id -> BigInt,
        revision -> Integer,
    }
}

diesel::table! {
    withheld_lines (line_key) {
        line_key -> Text,
        withheld_by -> BigInt,
        withheld_at -> BigInt,
    }
}

diesel::table! {
    event_voices (event_id, organisation) {
        event_id -> BigInt,
        organisation -> Text,
        recorded_by -> Nullable<BigInt>,
        recorded_at -> BigInt,
    }
}

diesel::table! {
    restitution_editions (id) {
        id -> BigInt,
        restitution_id -> BigInt,
        number -> Integer,
        content -> Text,
        content_sha256 -> Text,
        published_by -> BigInt,
        published_at -> BigInt,
    }
}

diesel::table! {
    restitution_files (edition_id, format) {
        edition_id -> BigInt,
        format -> Text,
        sha256 -> Text,
        bytes -> Binary,
    }
}

diesel::table! {
    rereadings (session_id) {
        session_id -> BigInt,
        opened_at -> BigInt,
        opened_by -> BigInt,
        until_at -> BigInt,
    }
}

diesel::table! {
    rereading_links (token_hash) {
        token_hash -> Text,
        session_id -> BigInt,
        enrolment_id -> BigInt,
        created_at -> BigInt,
        slip -> Bool,
        replaced_at -> Nullable<BigInt>,
    }
}

diesel::table! {
    line_corrections (id) {
        id -> BigInt,
        session_id -> BigInt,
        line_key -> Text,
        before -> Text,
        enrolment_id -> Nullable<BigInt>,
        wording -> Text,
        note -> Text,
        asked_at -> BigInt,
        state -> Text,
        reason -> Text,
        decided_by -> Nullable<BigInt>,
        decided_at -> Nullable<BigInt>,
    }
}

diesel::allow_tables_to_appear_in_same_query!(
    ended_links,
    event_files,
    event_file_parts,
    event_organisations,
    rereadings,
    rereading_links,
    calendar_feeds,
    line_corrections,
    restitutions,
    restitution_points,
    restitution_lines,
    restitution_sources,
    withheld_lines,
    event_voices,
    restitution_editions,
    restitution_files,
    restitution_withdrawals,
    register_acts,
    register_act_parts,
    minutes,
    minute_lines,
    minute_wordings,
    minute_contributions,
    minute_acts,
    secrets,
    accounts,
    sessions,
    registrations,
    drafts,
    tokens,
    organisations,
    mandates,
    processes,
    counters,
    promoters,
    phases,
    figures,
    documents,
    acts,
    grants,
    subscriptions,
    versions,
    passages,
    passage_texts,
    passage_ends,
    passage_origins,
    plan_images,
    version_images,
    plan_files,
    passage_edits,
    passage_leads,
    change_reasons,
    consultations,
    extensions,
    contributions,
    contribution_texts,
    seals,
    register_entries,
    supports,
    responses,
    response_passages,
    requests,
    passage_requests,
    request_excerpts,
    participant_entries,
    outbox,
    once_keys,
    audit,
    reports,
    report_files,
    events,
    event_documents,
    event_guests,
    event_tables,
    table_facilitators,
    table_sessions,
    enrolments,
    enrolment_links,
    door_acts,
    event_guides,
    guide_deliveries,
    interviews,
    interview_questions,
    interview_themes,
    findings,
    finding_withdrawals,
    passage_sources,
);
