//! The demo's organisations, teams and persons, and who may do what.

use super::{numbers::test_numbers, random::Random, seed::Seed};
use crate::{
    Service,
    import::{association_rows::AssociationRecord, new_organisation, slug::unique},
};
use ledig_domain::{
    id::{FacilityId, OrganisationId, PersonId},
    people::{Gender, MembershipRole, Standing},
    time::Timestamp,
};
use ledig_store::{
    organisations::{Organisation, Team},
    people::{Membership, Person},
    staff::Role,
};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// How long the demo's people have been there, seconds: two years.
const SINCE: i64 = 2 * 365 * 86_400;
/// What is said of a made-up organisation number.
const TEST_NUMBER: &str = "Testnummer: begynner på 3 og finnes ikke i Enhetsregisteret.";

/// Organisations, teams and persons.
#[derive(Debug, Default)]
pub struct People {
    pub organisations: Vec<Organisation>,
    pub teams: Vec<Team>,
    pub persons: Vec<Person>,
    pub memberships: Vec<Membership>,
    pub roles: Vec<Role>,
    /// Who asks for time for an organisation.
    pub bookers: HashMap<OrganisationId, PersonId>,
}

/// Makes everybody.
pub fn people(
    service: &Service,
    seed: &Seed,
    records: &[AssociationRecord],
    facilities: &HashMap<String, FacilityId>,
    now: Timestamp,
) -> People {
    let mut people = People::default();
    let since = now.plus(-SINCE);
    people.add_organisations(service, seed, records, now);
    people.add_teams(service, seed, now);
    people.add_sign_ins(service, seed, facilities, now);
    people.add_leaders(service, seed, now);
    people.add_former_member(service, since.plus(SINCE / 2), now);
    people
}

impl People {
    /// The organisation of a name.
    pub fn organisation(&self, name: &str) -> Option<&Organisation> {
        self.organisations.iter().find(|one| one.name == name)
    }

    /// The person of an e-mail address.
    pub fn person(&self, email: &str) -> Option<PersonId> {
        self.persons
            .iter()
            .find(|one| one.email == email)
            .map(|one| one.id)
    }

    /// The teams of an organisation.
    pub fn teams_of(&self, organisation: OrganisationId) -> Vec<&Team> {
        let its = |team: &&Team| team.organisation_id == organisation;
        self.teams.iter().filter(its).collect()
    }

    fn add_organisations(
        &mut self,
        service: &Service,
        seed: &Seed,
        records: &[AssociationRecord],
        now: Timestamp,
    ) {
        let own = seed.organisation.iter().map(|made| AssociationRecord {
            line: 0,
            name: made.name.clone(),
            kind: made.kind,
            activities: made.activities.clone(),
            home_area: made.home_area.clone(),
            number: None,
            source: "Oppdiktet for demoen.".to_owned(),
        });
        let mut slugs = HashSet::new();
        let mut numbers = test_numbers();
        for record in records.iter().cloned().chain(own) {
            let slug = unique(&record.name, &mut slugs);
            let mut made = new_organisation(&record, service.new_id(now), service, slug);
            made.org_number = numbers.next();
            made.source = format!("{} {TEST_NUMBER}", made.source).trim().to_owned();
            if let Some(known) = seed.organisation.iter().find(|known| known.name == made.name) {
                made.price_group = known.price_group;
                made.standing = known.standing.unwrap_or(Standing::Approved);
            }
            self.organisations.push(made);
        }
    }

    fn add_teams(&mut self, service: &Service, seed: &Seed, now: Timestamp) {
        for organisation in &self.organisations {
            let words = organisation.activities.to_lowercase();
            let women_only = ["Damer", "Kvinner"]
                .iter()
                .any(|word| organisation.name.contains(word));
            let mut found = false;
            for word in words.split([';', ',', ':']).map(str::trim) {
                for team in seed.teams.get(word).into_iter().flatten() {
                    if women_only && team.3 != Gender::Female {
                        continue;
                    }
                    found = true;
                    self.teams.push(Team {
                        id: service.new_id(now),
                        organisation_id: organisation.id,
                        name: team.0.clone(),
                        sport: word.to_owned(),
                        age_from: Some(team.1),
                        age_to: Some(team.2),
                        gender: team.3,
                        adapted: team.5 == "tilrettelagt",
                        level: team.5.clone(),
                        size: Some(team.4),
                        archived: false,
                        version: 1,
                    });
                }
            }
            if !found {
                self.teams.push(Team {
                    id: service.new_id(now),
                    organisation_id: organisation.id,
                    name: "Medlemmene".to_owned(),
                    sport: organisation.activities.clone(),
                    age_from: None,
                    age_to: None,
                    gender: Gender::Mixed,
                    adapted: false,
                    level: String::new(),
                    size: Some(25),
                    archived: false,
                    version: 1,
                });
            }
        }
    }

    fn add_person(
        &mut self,
        service: &Service,
        (name, email, phone): (&str, &str, &str),
        now: Timestamp,
    ) -> PersonId {
        let id = service.new_id(now);
        self.persons.push(Person {
            password_until: None,
            minor_until: None,
            id,
            name: name.to_owned(),
            email: email.to_owned(),
            phone: phone.to_owned(),
            language: "nb".to_owned(),
            disabled: false,
            created_at: now.plus(-SINCE),
            version: 1,
        });
        id
    }

    fn add_sign_ins(
        &mut self,
        service: &Service,
        seed: &Seed,
        facilities: &HashMap<String, FacilityId>,
        now: Timestamp,
    ) {
        for person in &seed.person {
            let id = self.add_person(service, (&person.name, &person.email, &person.phone), now);
            for (name, role) in &person.member {
                let organisation = self.organisation(name).map(|one| one.id);
                if let Some(organisation) = organisation {
                    self.join(service, (id, organisation, *role), None, now);
                    if *role != MembershipRole::Coach {
                        self.bookers.insert(organisation, id);
                    }
                }
            }
            for (role, facility) in &person.staff {
                self.roles.push(Role {
                    id: service.new_id(now),
                    person_id: id,
                    facility_id: facilities.get(facility).copied(),
                    role: *role,
                });
            }
        }
    }

    /// A leader for each organisation that has none yet.
    fn add_leaders(&mut self, service: &Service, seed: &Seed, now: Timestamp) {
        let mut random = Random::new(1);
        let led: HashSet<OrganisationId> = self
            .memberships
            .iter()
            .filter(|held| held.role == MembershipRole::Leader)
            .map(|held| held.organisation_id)
            .collect();
        let open: Vec<(OrganisationId, String)> = self
            .organisations
            .iter()
            .filter(|one| !led.contains(&one.id))
            .map(|one| (one.id, one.slug.clone()))
            .collect();
        for (organisation, slug) in open {
            let first = random.pick(&seed.names.first).map_or("Kim", String::as_str);
            let last = random.pick(&seed.names.last).map_or("Berg", String::as_str);
            let email = format!("{slug}@demo.ledig.no");
            let id = self.add_person(service, (&format!("{first} {last}"), &email, ""), now);
            self.join(service, (id, organisation, MembershipRole::Leader), None, now);
            self.bookers.entry(organisation).or_insert(id);
        }
    }

    /// Somebody who could book for a club until last year.
    fn add_former_member(&mut self, service: &Service, until: Timestamp, now: Timestamp) {
        let organisation = self.organisation("Haslum IL").map(|one| one.id);
        if let (Some(person), Some(organisation)) = (self.person("ola@demo.ledig.no"), organisation) {
            let held = (person, organisation, MembershipRole::Booker);
            self.join(service, held, Some(until), now);
        }
    }

    fn join(
        &mut self,
        service: &Service,
        (person, organisation, role): (PersonId, OrganisationId, MembershipRole),
        until: Option<Timestamp>,
        now: Timestamp,
    ) {
        self.memberships.push(Membership {
            id: service.new_id::<Uuid>(now),
            person_id: person,
            organisation_id: organisation,
            role,
            since: now.plus(-SINCE),
            until,
        });
    }
}
