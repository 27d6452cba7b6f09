//! Distance as the crow flies.

/// Mean radius of the earth, metres.
const EARTH_METRES: f64 = 6_371_000.0;

/// Metres between two points on earth (haversine), each as (latitude, longitude) in degrees.
///
/// [`u32::MAX`] when a coordinate is no number, so that it counts as far away.
pub fn metres(one: (f64, f64), other: (f64, f64)) -> u32 {
    let (lat1, lat2) = (one.0.to_radians(), other.0.to_radians());
    let half_lat = (lat2 - lat1) / 2.0;
    let half_lon = (other.1 - one.1).to_radians() / 2.0;
    let chord = half_lat.sin().powi(2) + lat1.cos() * lat2.cos() * half_lon.sin().powi(2);
    let metres = 2.0 * EARTH_METRES * chord.clamp(0.0, 1.0).sqrt().asin();
    if metres.is_finite() {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 to half the earth's girth"
        )]
        let whole = metres.round() as u32;
        whole
    } else {
        u32::MAX
    }
}
