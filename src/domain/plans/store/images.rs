//! The SQL of the pictures of plans.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::super::model::Version;
use crate::db::schema::{plan_images, version_images, versions};
use crate::db::{Conn, Write};
use crate::id::{ProcessId, VersionId};
use crate::{Result, error::Found};

/// Keeps pictures, each once, and that a version shows them. Their type is what their bytes say (`reader::ImageKind`).
pub fn keep(w: &mut Write<'_>, version: VersionId, process: ProcessId, images: &[reader::Image]) -> Result<()> {
    let names: Vec<&str> = images.iter().map(|i| i.name.as_str()).collect();
    let of = plan_images::table.filter(plan_images::process_id.eq(process).and(plan_images::sha256.eq_any(&names)));
    let known: BTreeSet<String> = of.select(plan_images::sha256).load(w.conn)?.into_iter().collect();
    for image in images {
        if !known.contains(&image.name) {
            diesel::insert_into(plan_images::table)
                .values((
                    plan_images::process_id.eq(process),
                    plan_images::sha256.eq(&image.name),
                    plan_images::media_type.eq(image.kind.media_type()),
                    plan_images::bytes.eq(&image.bytes),
                    plan_images::kept_at.eq(w.now),
                ))
                .execute(w.conn)?;
        }
        shows(w, version, process, &image.name)?;
    }
    Ok(())
}

fn shows(w: &mut Write<'_>, version: VersionId, process: ProcessId, sha256: &str) -> Result<()> {
    diesel::insert_into(version_images::table)
        .values((
            version_images::version_id.eq(version),
            version_images::process_id.eq(process),
            version_images::sha256.eq(sha256),
        ))
        .execute(w.conn)?;
    Ok(())
}

/// A version shows the pictures of another.
pub fn carry_images(w: &mut Write<'_>, from: VersionId, to: VersionId) -> Result<()> {
    let rows: Vec<(ProcessId, String)> = version_images::table
        .filter(version_images::version_id.eq(from))
        .select((version_images::process_id, version_images::sha256))
        .load(w.conn)?;
    rows.iter().try_for_each(|(process, sha256)| shows(w, to, *process, sha256))
}

/// A draft shows no picture any more; those that no version shows are forgotten.
pub fn drop_all(w: &mut Write<'_>, draft: &Version) -> Result<()> {
    diesel::delete(version_images::table.filter(version_images::version_id.eq(draft.id))).execute(w.conn)?;
    let shown =
        version_images::table.filter(version_images::process_id.eq(draft.process_id)).select(version_images::sha256);
    let of = plan_images::process_id.eq(draft.process_id).and(plan_images::sha256.ne_all(shown));
    diesel::delete(plan_images::table.filter(of)).execute(w.conn)?;
    Ok(())
}

/// A picture: its type, its bytes, and whether a published version shows it.
pub fn image(conn: &mut Conn, process: ProcessId, sha256: &str) -> Result<(String, Vec<u8>, bool)> {
    let (kind, bytes): (String, Vec<u8>) = plan_images::table
        .find((process, sha256))
        .select((plan_images::media_type, plan_images::bytes))
        .first(conn)
        .found()?;
    let public: i64 = version_images::table
        .inner_join(versions::table.on(versions::id.eq(version_images::version_id)))
        .filter(version_images::process_id.eq(process).and(version_images::sha256.eq(sha256)))
        .filter(versions::published_at.is_not_null())
        .count()
        .get_result(conn)?;
    Ok((kind, bytes, public > 0))
}

/// The pictures a version shows: their names and bytes.
pub fn pictures(conn: &mut Conn, version: VersionId) -> Result<Vec<(String, Vec<u8>)>> {
    Ok(version_images::table
        .inner_join(plan_images::table.on(
            plan_images::process_id.eq(version_images::process_id).and(plan_images::sha256.eq(version_images::sha256)),
        ))
        .filter(version_images::version_id.eq(version))
        .select((plan_images::sha256, plan_images::bytes))
        .load(conn)?)
}
