//! What is written can be read, by people too.

use super::*;
use crate::{
    allocate::allocate,
    generate::{Size, instance},
    read::{draft_from, read_draft},
    search::Limits,
};

fn a_draft() -> Draft {
    let limits = Limits {
        work: 20_000,
        threads: 1,
    };
    allocate(&instance(Size::S, 2), &limits, &mut ())
}

fn text(of: &Draft) -> String {
    let mut text = Vec::new();
    draft(of, &mut text).unwrap();
    String::from_utf8(text).unwrap()
}

#[test]
fn what_is_written_reads_back_the_same() {
    let whole = a_draft();
    assert!(whole.refusals.len() > 10 && whole.sessions.len() > 100);
    let text = text(&whole);
    assert_eq!(draft_from(text.as_bytes()).unwrap(), whole);
    assert_eq!(read_draft(text.as_bytes()).unwrap(), whole);
}

#[test]
fn each_entry_is_one_line_and_each_line_is_one_entry() {
    let whole = a_draft();
    let text = text(&whole);
    let one = |entry: &str| {
        text.lines()
            .filter(|line| line.trim_end_matches(',') == entry)
            .count()
    };
    for session in &whole.sessions {
        let line = format!("    {}", serde_json::to_string(session).unwrap());
        assert_eq!(one(&line), 1, "{line}");
    }
    for refusal in &whole.refusals {
        let line = format!("    {}", serde_json::to_string(refusal).unwrap());
        assert_eq!(one(&line), 1, "{line}");
    }
    let lists = [
        whole.sessions.len(),
        whole.classes.len(),
        whole.organisations.len(),
        whole.quotas.len(),
        whole.refusals.len(),
    ];
    // Braces, a line for each of the 13 fields, and one more where a list that is not empty ends.
    let ends = lists.iter().filter(|entries| **entries > 0).count();
    assert_eq!(text.lines().count(), 2 + 13 + ends + lists.iter().sum::<usize>());
    assert!(text.starts_with("{\n  \"format\": 1,\n"), "{text}");
    assert!(text.ends_with("\n  ]\n}\n"));
}

#[test]
fn an_empty_list_is_no_line() {
    let mut whole = a_draft();
    whole.refusals.clear();
    assert!(text(&whole).ends_with("\n  \"refusals\": []\n}\n"));
}

#[test]
fn it_is_passed_on_piece_by_piece() {
    struct Pieces(usize);
    impl Write for Pieces {
        fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
            self.0 = self.0.max(piece.len());
            Ok(piece.len())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut pieces = Pieces(0);
    draft(&a_draft(), &mut pieces).unwrap();
    assert!(pieces.0 < 1000, "{} at once", pieces.0);
}

#[test]
fn what_cannot_be_written_is_told() {
    let full: &mut [u8] = &mut [0; 100];
    assert!(draft(&a_draft(), full).is_err());
}
