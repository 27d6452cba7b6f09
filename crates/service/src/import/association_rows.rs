//! Associations, out of a file's rows.

use super::{
    fault::{Fault, FaultKind},
    kinds,
    table::Table,
};
use ledig_domain::people::{ApplicantKind, OrganisationNumber};
use std::{collections::HashMap, io::Read};

const REQUIRED: [&str; 2] = ["name", "kind"];
const OPTIONAL: [&str; 5] = ["municipality", "activities", "home_area", "org_number", "source"];

/// An association of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssociationRecord {
    /// Its line.
    pub line: u64,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: ApplicantKind,
    /// What it does, in the file's words.
    pub activities: String,
    /// Where it belongs.
    pub home_area: String,
    /// Its organisation number, if the file tells one.
    pub number: Option<OrganisationNumber>,
    /// Where the facts are from.
    pub source: String,
}

/// The associations of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Associations {
    /// In the file's order.
    pub associations: Vec<AssociationRecord>,
    /// Rows of other municipalities, left out.
    pub left_out: usize,
    /// Columns that are not used.
    pub ignored_columns: Vec<String>,
}

/// Reads a file of associations; only those of one municipality if one is given.
///
/// # Errors
/// Everything that is wrong with it, in the order of its lines.
pub fn read(reader: impl Read, municipality: Option<&str>) -> Result<Associations, Vec<Fault>> {
    let table = Table::read(reader, &REQUIRED, &OPTIONAL)?;
    let mut faults = Vec::new();
    let mut found = Associations {
        ignored_columns: table.ignored.clone(),
        ..Associations::default()
    };
    let mut names: HashMap<String, u64> = HashMap::new();
    for row in table.rows() {
        let own = row.get("municipality");
        if municipality.is_some_and(|wanted| !own.is_empty() && !wanted.eq_ignore_ascii_case(own)) {
            found.left_out += 1;
            continue;
        }
        let name = row.needed("name", &mut faults);
        if let Some(first) = names.get(&name.to_lowercase()).copied() {
            faults.push(Fault::field(row.line, "name", FaultKind::Duplicate { first }));
        }
        names.entry(name.to_lowercase()).or_insert(row.line);
        let word = row.needed("kind", &mut faults);
        let kind = kinds::applicant_kind(word);
        if kind.is_none() && !word.is_empty() {
            let found = word.to_owned();
            faults.push(Fault::field(row.line, "kind", FaultKind::UnknownKind { found }));
        }
        let number = match row.get("org_number") {
            "" => None,
            text => OrganisationNumber::parse(text)
                .map_err(|why| {
                    let (found, why) = (text.to_owned(), why.to_string());
                    let kind = FaultKind::OrganisationNumber { found, why };
                    faults.push(Fault::field(row.line, "org_number", kind));
                })
                .ok(),
        };
        if let Some(kind) = kind {
            found.associations.push(AssociationRecord {
                line: row.line,
                name: name.to_owned(),
                kind,
                activities: row.get("activities").to_owned(),
                home_area: row.get("home_area").to_owned(),
                number,
                source: row.get("source").to_owned(),
            });
        }
    }
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}
