//! Who asks, who decides: kinds of organisation, roles, standing, and the organisation number.

use serde::{Deserialize, Serialize};

#[cfg(test)]
mod tests;

/// Implements `ALL`, `code` and `from_code` for an enum of plain codes (also its form in storage).
#[macro_export]
macro_rules! coded {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        $vis enum $name { $($(#[$doc])* #[serde(rename = $code)] $variant),+ }

        impl $name {
            /// Every value, in order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code in storage, forms and files.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value of a code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

coded! {
    /// What kind of organisation, or a private person, asks.
    pub enum ApplicantKind {
        /// Idrettslag.
        SportsClub = "sports_club",
        /// Korps, kor, orkester.
        Music = "music",
        /// Teater og annen kultur.
        Culture = "culture",
        /// Speidergruppe.
        Scouts = "scouts",
        /// Vel, frivilligsentral og andre foreninger.
        Association = "association",
        /// Skole.
        School = "school",
        /// Studieforbund og annen voksenopplæring.
        AdultEducation = "adult_education",
        /// Kommunens egen virksomhet.
        Municipal = "municipal",
        /// Bedrift.
        Company = "company",
        /// Privatperson.
        Private = "private",
    }
}

/// Whether somebody is under age on that day, who turns 18 on the other; nothing is known of adults. Who is under 18 cannot take on what a
/// booking brings with it (vergemålsloven § 9).
pub fn is_minor(minor_until: Option<chrono::NaiveDate>, today: chrono::NaiveDate) -> bool {
    minor_until.is_some_and(|day| today < day)
}

coded! {
    /// How the municipality regards an organisation.
    pub enum Standing {
        /// Known and in good order.
        Approved = "approved",
        /// Registered by itself, not yet looked at.
        Pending = "pending",
        /// May not book for now.
        Suspended = "suspended",
        /// No longer exists.
        Dissolved = "dissolved",
    }
}

coded! {
    /// The price list's group of hirers.
    pub enum PriceGroup {
        /// Free loan.
        Free = "free",
        /// Subsidised hire for voluntary work.
        Voluntary = "voluntary",
        /// Market hire.
        Market = "market",
    }
}

coded! {
    /// What a member may do for an organisation.
    pub enum MembershipRole {
        /// Everything, also who else may.
        Leader = "leader",
        /// Ask for, change and cancel time.
        Booker = "booker",
        /// See the teams' times.
        Coach = "coach",
    }
}

coded! {
    /// What a member of staff may do, in a municipality or in given facilities.
    pub enum StaffRole {
        /// Everything.
        Administrator = "administrator",
        /// Decide requests; edit facilities, hours and rules.
        FacilityManager = "facility_manager",
        /// See the plan with contact details, report closures.
        Caretaker = "caretaker",
        /// See everything, change nothing.
        Viewer = "viewer",
    }
}

coded! {
    /// Whom a team is for.
    pub enum Gender {
        /// Girls and women.
        Female = "female",
        /// Boys and men.
        Male = "male",
        /// All.
        Mixed = "mixed",
    }
}

/// A Norwegian organisation number: nine digits, the last a check digit (mod 11).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OrganisationNumber(String);

impl TryFrom<String> for OrganisationNumber {
    type Error = OrganisationNumberFault;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<OrganisationNumber> for String {
    fn from(number: OrganisationNumber) -> Self {
        number.0
    }
}

/// Why a text is no organisation number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum OrganisationNumberFault {
    /// Not nine digits.
    #[error("an organisation number has nine digits")]
    NotNineDigits,
    /// The last digit does not fit the others.
    #[error("the last digit does not fit the others")]
    CheckDigit,
}

impl OrganisationNumber {
    /// Reads a number, spaces allowed. Source: Brønnøysundregistrene, weights 3 2 7 6 5 4 3 2.
    pub fn parse(text: &str) -> Result<Self, OrganisationNumberFault> {
        let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let digits: Vec<u32> = compact.chars().filter_map(|c| c.to_digit(10)).collect();
        if digits.len() != 9 || compact.chars().count() != 9 {
            return Err(OrganisationNumberFault::NotNineDigits);
        }
        if Self::check_digit(&compact[..8]) == Some(digits[8]) {
            Ok(Self(compact))
        } else {
            Err(OrganisationNumberFault::CheckDigit)
        }
    }

    /// The ninth digit to eight others; `None` if they are not eight digits, or no digit fits them (mod 11
    /// gives 10).
    pub fn check_digit(eight: &str) -> Option<u32> {
        if eight.len() != 8 {
            return None;
        }
        let digits: Option<Vec<u32>> = eight.chars().map(|c| c.to_digit(10)).collect();
        let weights = [3, 2, 7, 6, 5, 4, 3, 2];
        let sum: u32 = digits?
            .iter()
            .zip(weights)
            .map(|(digit, weight)| digit * weight)
            .sum();
        let check = (11 - sum % 11) % 11;
        (check < 10).then_some(check)
    }

    /// The nine digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
