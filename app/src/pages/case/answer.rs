//! The sentence that a case opens with.

use super::usual;
use crate::texts::{Lang, case as t, steps};
use ledig_domain::{
    request::RequestState,
    time::{Timestamp, Zone},
};
use ledig_service::case::{page::CasePage, parts::LineCounts};

/// Where the case stands, and what comes next.
pub(super) fn answer(l: Lang, case: &CasePage, zone: Zone) -> String {
    let counts = case.counts;
    if case.state == RequestState::Withdrawn && counts.approved == 0 {
        return t::answer_withdrawn(l).to_owned();
    }
    if counts.offered > 0 {
        let until = case
            .lines
            .iter()
            .filter_map(|line| line.offer.as_ref())
            .map(|offer| offer.until)
            .min();
        let until = steps::moment(l, until.unwrap_or(Timestamp(0)), zone);
        return t::answer_offered(l, counts.offered, &until);
    }
    if counts.asked > 0 {
        let start = if counts.approved > 0 {
            t::answer_open_some(l, counts.approved, counts.asked)
        } else {
            t::answer_open(l).to_owned()
        };
        return format!("{start} {}", usual(l, case.usual_seconds))
            .trim_end()
            .to_owned();
    }
    decided(l, counts)
}

fn decided(l: Lang, counts: LineCounts) -> String {
    let wanted = counts.total() - counts.dropped;
    let start = if wanted == 0 {
        return t::answer_dropped(l).to_owned();
    } else if counts.approved == wanted {
        t::answer_all(l, wanted)
    } else if counts.approved > 0 {
        t::answer_some(l, counts.approved, wanted)
    } else if counts.cancelled == wanted {
        return t::answer_cancelled(l).to_owned();
    } else if counts.waiting == wanted {
        return t::answer_waiting(l).to_owned();
    } else {
        t::answer_none(l).to_owned()
    };
    let rest = [
        (counts.waiting, t::count_waiting as fn(Lang, u32) -> String),
        (counts.rejected, t::count_rejected),
        (counts.cancelled, t::count_cancelled),
        (counts.dropped, t::count_dropped),
    ];
    let rest: Vec<String> = rest
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, tell)| tell(l, n))
        .collect();
    if rest.is_empty() {
        start
    } else {
        format!("{start} {}.", rest.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(counts: LineCounts) -> String {
        decided(Lang::Nb, counts)
    }

    #[test]
    fn all_given_is_said_first() {
        let counts = LineCounts {
            approved: 38,
            ..LineCounts::default()
        };
        assert_eq!(told(counts), "Alle 38 datoene er dine.");
    }

    #[test]
    fn what_is_missing_is_counted_after_what_is_given() {
        let counts = LineCounts {
            approved: 36,
            waiting: 1,
            rejected: 1,
            dropped: 2,
            ..LineCounts::default()
        };
        assert_eq!(
            told(counts),
            "36 av 38 datoer er dine. 1 venter, 1 er avslått, 2 har du latt gå."
        );
    }

    #[test]
    fn a_case_of_waiting_dates_says_that_it_waits() {
        let counts = LineCounts {
            waiting: 2,
            ..LineCounts::default()
        };
        assert_eq!(told(counts), t::answer_waiting(Lang::Nb));
    }
}
