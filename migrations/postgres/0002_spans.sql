-- Spans are looked up by walking along one unit's blocking rows, which never overlap, and its few closures.
DROP INDEX occupancy_unit;
DROP INDEX occupancy_unit_end;
CREATE INDEX occupancy_blocking ON occupancy (unit_id, starts_at) WHERE blocking;
-- Offers that lapse are looked for every minute.
CREATE INDEX request_line_offered ON request_line (request_id) WHERE state = 'offered';
