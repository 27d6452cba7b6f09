//! From an instance to a draft.

use crate::{
    bound::{self, Bound},
    compile::Problem,
    explain,
    format::{
        Draft, Instance, VERSION,
        draft::{ClassResult, Ended, OrganisationResult, QuotaResult, Session},
        fingerprint,
        time::{Clock, Day},
        wish::Slot,
    },
    search::{Limits, Observer, Progress, Stage, State, search},
};

/// Shares out a season. The same instance and the same limit of work give the same draft, whatever the machine and the
/// number of threads, unless the observer stops it.
pub fn allocate(instance: &Instance, limits: &Limits, observer: &mut dyn Observer) -> Draft {
    let problem = Problem::new(instance);
    let found = search(&problem, instance.seed, limits, observer);
    let mut stopped = found.stopped;
    let state = found.state;
    let sessions = state.value.sessions();
    let mut stop = || {
        let progress = Progress {
            stage: Stage::Bounds,
            work: state.work,
            limit: limits.work,
            sessions,
        };
        stopped |= observer.progress(progress).is_break();
        stopped
    };
    let bounds = bound::all(&state, limits.threads, &mut stop);
    let mut draft = draft(instance, &state, &bounds);
    draft.refusals = explain::refusals(instance, &state);
    let optimal = draft
        .classes
        .iter()
        .all(|class| class.at_most == class.given.iter().sum::<u32>());
    draft.ended = match (stopped, optimal) {
        (true, _) => Ended::Stopped,
        (false, true) => Ended::Optimal,
        (false, false) => Ended::Work,
    };
    draft
}

fn draft(instance: &Instance, state: &State<'_>, bounds: &[Bound]) -> Draft {
    let problem = state.problem;
    let mut sessions: Vec<_> = state.all().map(|(_, session)| *session).collect();
    sessions.sort_by_key(|session| (session.wish, session.day, session.start, session.placement));
    let minutes = |session: &crate::search::Session| u32::from(session.len) * u32::from(problem.grid);
    let mut given_minutes = vec![0u32; instance.organisations.len()];
    let mut quota_minutes = vec![0u64; problem.quotas.len()];
    let mut class_minutes = vec![0u64; bounds.len()];
    let mut all_minutes = 0u64;
    for session in &sessions {
        let wish = &problem.wishes[session.wish as usize];
        if let Some(given) = given_minutes.get_mut(wish.organisation as usize) {
            *given += minutes(session);
        }
        for quota in &wish.quotas {
            quota_minutes[*quota as usize] += u64::from(minutes(session));
        }
        class_minutes[usize::from(session.class)] += u64::from(minutes(session));
        all_minutes += u64::from(minutes(session));
    }
    let mut wished = vec![0u32; instance.organisations.len()];
    for (said, wish) in instance.wishes.iter().zip(&problem.wishes) {
        if let Some(wished) = wished.get_mut(wish.organisation as usize) {
            *wished += u32::from(said.sessions) * u32::from(wish.shortest) * u32::from(problem.grid);
        }
    }
    let organisations = (0u32..)
        .zip(&instance.organisations)
        .map(|(at, organisation)| OrganisationResult {
            organisation: organisation.id.clone(),
            entitled_minutes: problem.entitled_weekly[at as usize],
            wished_minutes: wished[at as usize],
            given_minutes: given_minutes[at as usize],
            share: state.value.share(problem, at, usize::from(problem.classes) + 1),
        });
    let quotas = instance
        .rules
        .quotas
        .iter()
        .zip(quota_minutes)
        .map(|(quota, minutes)| QuotaResult {
            name: quota.name.clone(),
            percent: quota.percent,
            given: u32::try_from((minutes * 1000).checked_div(all_minutes).unwrap_or(0)).unwrap_or(0),
        });
    Draft {
        format: VERSION,
        instance: fingerprint(instance),
        rules: instance.rules.id.clone(),
        rules_version: instance.rules.version,
        seed: instance.seed,
        work: state.work,
        ended: Ended::Work,
        sessions: sessions
            .iter()
            .map(|session| worded(instance, state, session))
            .collect(),
        classes: classes(instance, state, bounds, &class_minutes),
        change_price: problem.published_price - state.value.kept,
        organisations: organisations.collect(),
        quotas: quotas.collect(),
        refusals: Vec::new(),
    }
}

fn worded(instance: &Instance, state: &State<'_>, session: &crate::search::Session) -> Session {
    Session {
        wish: instance.wishes[session.wish as usize].id.clone(),
        slot: slot(
            instance,
            state.problem,
            session.placement,
            session.day,
            session.start,
            session.len,
        ),
        locked: session.locked,
    }
}

/// A slot in the words of the file.
pub fn slot(instance: &Instance, problem: &Problem, placement: u32, day: u8, start: u8, len: u8) -> Slot {
    let spaces = &problem.placements[placement as usize].spaces;
    Slot {
        spaces: spaces
            .iter()
            .map(|at| instance.spaces[*at as usize].id.clone())
            .collect(),
        day: Day::ALL[usize::from(day) % 7],
        from: Clock::at(u16::from(start) * problem.grid),
        to: Clock::at((u16::from(start) + u16::from(len)) * problem.grid),
    }
}

fn classes(instance: &Instance, state: &State<'_>, bounds: &[Bound], minutes: &[u64]) -> Vec<ClassResult> {
    let problem = state.problem;
    let last = usize::from(problem.classes) + 1;
    let mut results = Vec::new();
    for class in 0..=last {
        let of_class = || {
            problem
                .wishes
                .iter()
                .filter(|wish| usize::from(wish.class) == class)
        };
        let name = match class {
            0 if instance.rules.primacy.is_empty() => continue,
            0 => "primacy".to_owned(),
            _ if class == last && of_class().next().is_none() => continue,
            _ => instance
                .rules
                .classes
                .get(class - 1)
                .map_or_else(String::new, |class| class.name.clone()),
        };
        let wanted = (1..=7u8).map(|round| of_class().filter(|wish| wish.wanted >= round).count());
        let among = problem.in_class[class].iter();
        results.push(ClassResult {
            name,
            wishes: u32::try_from(of_class().count()).unwrap_or(u32::MAX),
            wanted: wanted
                .map(|count| u32::try_from(count).unwrap_or(u32::MAX))
                .collect(),
            given: state.value.counts[class].to_vec(),
            at_most: bounds[class].at_most,
            at_most_in_place: bounds[class].in_place,
            minutes: minutes[class],
            lowest_share: among
                .map(|at| state.value.share(problem, *at, class))
                .min()
                .unwrap_or(0),
            points: state.value.points[class],
        });
    }
    results
}
