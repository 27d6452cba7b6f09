//! Telling the others who wanted time that is given now.

use super::{Change, Notify, book::range_of, case::Case};
use crate::{
    ServiceError,
    case::{plan::World, step::CaseEvent},
};
use chrono::NaiveDate;
use ledig_domain::{
    id::{LineId, RequestId, SpaceId},
    request::LineState,
    time::Span,
};
use ledig_store::requests;
use std::collections::BTreeMap;

impl Change<'_> {
    /// Tells every other undecided case that wanted some of the lines' time, and gives those cases.
    pub async fn tell_rivals(
        &mut self,
        case: &Case,
        lines: &[LineId],
        world: &World,
    ) -> Result<Vec<RequestId>, ServiceError> {
        let given: Vec<(Vec<SpaceId>, Span)> = case
            .lines
            .iter()
            .filter(|line| lines.contains(&line.id))
            .map(|line| (world.units_of([line.space_id]), range_of(line, world)))
            .collect();
        let spans: Vec<Span> = given.iter().map(|(_, span)| *span).collect();
        let mut units: Vec<SpaceId> = given
            .iter()
            .flat_map(|(units, _)| units.iter().copied())
            .collect();
        units.sort_unstable();
        units.dedup();
        let rivals = requests::rivals(self.tx, &units, &spans, Some(case.request.id)).await?;
        let mut told: BTreeMap<RequestId, Vec<NaiveDate>> = BTreeMap::new();
        for rival in rivals.iter().filter(|rival| rival.state == LineState::Asked) {
            let wanted = world.units_of([rival.space_id]);
            let lost = given.iter().any(|(units, span)| {
                span.overlaps(rival.span()) && units.iter().any(|unit| wanted.contains(unit))
            });
            if lost {
                told.entry(rival.request_id).or_default().push(rival.date);
            }
        }
        let to = match case.request.organisation_id {
            Some(id) => ledig_store::organisations::by_id(self.tx, id)
                .await?
                .map(|one| one.name),
            None => None,
        };
        let ids: Vec<RequestId> = told.keys().copied().collect();
        for request in requests::by_ids(self.tx, &ids).await? {
            let event = CaseEvent::TimeGivenAway {
                dates: told.remove(&request.id).unwrap_or_default(),
                to: to.clone(),
                class: case.request.class_place.clone(),
            };
            self.record(&request, &event, Notify::Applicant).await?;
        }
        Ok(ids)
    }
}
