//! Distance on the ground, the same on every machine: only operations that IEEE 754 fixes to the last bit.

/// Metres along a degree of latitude on a sphere of mean radius.
const METRES_PER_DEGREE: f64 = 111_194.926_644_558_74;

/// Metres between two points on earth, each as (latitude, longitude) in degrees; [`u32::MAX`] where a coordinate is no
/// number.
///
/// The ground is taken as flat between them, which is right to a thousandth within a region. (The domain's distance
/// uses the system's sine, which may differ in its last bit from machine to machine; a draft may not.)
pub fn metres(one: (f64, f64), other: (f64, f64)) -> u32 {
    let middle = (one.0 + other.0) / 2.0;
    let north = (one.0 - other.0) * METRES_PER_DEGREE;
    let east = (one.1 - other.1) * METRES_PER_DEGREE * cosine(middle);
    let metres = (north * north + east * east).sqrt();
    if metres.is_finite() {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "never negative, and a cast stays at the end of the range"
        )]
        let whole = (metres + 0.5) as u32;
        whole
    } else {
        u32::MAX
    }
}

/// The cosine of a latitude in degrees, by its series; exact to nine digits up to 90 degrees.
fn cosine(degrees: f64) -> f64 {
    let radians = degrees * 0.017_453_292_519_943_295;
    let square = radians * radians;
    let mut term = 1.0;
    let mut sum = 1.0;
    for twice in [2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0, 16.0] {
        term = -term * square / ((twice - 1.0) * twice);
        sum += term;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kilometre_is_a_kilometre() {
        // Bekkestua to Nadderudhallen, by the domain's great circle.
        let (one, other) = ((59.9177, 10.5876), (59.9130, 10.5820));
        let exact = ledig_domain::alternative::metres(one, other);
        assert!(metres(one, other).abs_diff(exact) <= 1 + exact / 1000);
        assert_eq!(metres(one, one), 0);
    }

    #[test]
    fn what_is_no_number_is_far_away() {
        assert_eq!(metres((f64::NAN, 10.0), (59.0, 10.0)), u32::MAX);
    }
}
