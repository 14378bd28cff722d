-- Takes what has arrived in the cluster into PostgreSQL 15 or later: one batch of a few seconds, in one transaction.
-- fleet-intake.service runs it again and again with psql. It also makes the tables, the partition of each day, and
-- removes days that are too old, so that there is nothing else to install.
--
-- Nothing is lost: the queue of the session "intake" keeps what is not confirmed, and the file "batch" what is
-- confirmed and not yet committed: if the database is away, the batch is loaded the next time. Nothing is double: a message that comes twice has the same serial number, channel
-- and time, which is the key.
\set ON_ERROR_STOP on
SET client_min_messages = warning;

-- A line is the time of arrival, the topic, and the payload in hexadecimal digits, so that no site can write SQL or end
-- a line. At most two seconds or 20000 messages.
\! touch batch; mosquitto_sub -i intake -c -q 1 -t "fleet/#" -F "%U %t %x" -C 20000 -W 2 >> batch

BEGIN;

CREATE TABLE IF NOT EXISTS reading (
    serial text NOT NULL,                       -- of the inverter, from the topic
    channel text NOT NULL,                      -- as battery/power
    time timestamptz NOT NULL,                  -- when the value was true, by the clock of the site
    value double precision,                     -- a number in the unit of the channel
    state text,                                 -- anything else, as ON or the text of an alert
    arrived timestamptz NOT NULL,               -- when the intake received it
    stored timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (serial, channel, time)
) PARTITION BY RANGE (time);

-- What cannot be a reading, as it came: for a person to look at.
CREATE TABLE IF NOT EXISTS refused (arrived timestamptz NOT NULL, line text NOT NULL);

-- The time in a payload; null for a day that is in no calendar.
CREATE OR REPLACE FUNCTION time_or_null(text) RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN $1::timestamptz;
EXCEPTION WHEN data_exception THEN
    RETURN NULL;
END $$;

CREATE TEMPORARY TABLE line (line text) ON COMMIT DROP;

-- The separators of COPY are two bytes that do not occur in a line.
\copy line FROM 'batch' WITH (FORMAT csv, DELIMITER E'\x02', QUOTE E'\x01')

-- A payload is a state and its time: "1234.5 2026-01-31T02:05:00.123Z".
CREATE TEMPORARY TABLE message ON COMMIT DROP AS
SELECT line, coalesce(to_timestamp(part[1]::double precision), now()) AS arrived, part[2] AS serial, part[3] AS channel,
    payload[1] AS state, time_or_null(payload[2]) AS time
FROM line
LEFT JOIN LATERAL regexp_match(line, '^(\d+\.\d+) fleet/([^/ ]+)/(\S+) ((?:[2-7][0-9a-f])+)$') part ON true
LEFT JOIN LATERAL regexp_match(convert_from(decode(part[4], 'hex'), 'UTF8'),
    '^(.*) (20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z)$') payload ON true;

WITH bad AS (
    DELETE FROM message
    WHERE time IS NULL OR time < now() - interval '400 days' OR time > now() + interval '1 day'
    RETURNING arrived, line)
INSERT INTO refused SELECT * FROM bad;

DO $$
DECLARE day date; old regclass;
BEGIN
    FOR day IN SELECT DISTINCT (time AT TIME ZONE 'UTC')::date FROM message LOOP
        EXECUTE format('CREATE TABLE IF NOT EXISTS %I PARTITION OF reading FOR VALUES FROM (%L) TO (%L)',
            'reading_' || to_char(day, 'YYYYMMDD'), day || ' 00:00+00', (day + 1) || ' 00:00+00');
    END LOOP;
    FOR old IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'reading'::regclass
            AND inhrelid::regclass::text < 'reading_' || to_char(now() - interval '401 days', 'YYYYMMDD') LOOP
        EXECUTE 'DROP TABLE ' || old;
    END LOOP;
END $$;

INSERT INTO reading (serial, channel, time, value, state, arrived)
SELECT serial, channel, time, CASE WHEN number THEN state::double precision END, CASE WHEN NOT number THEN state END, arrived
FROM (SELECT *, state ~ '^-?\d{1,15}(\.\d{1,9})?$' AS number FROM message) m
ON CONFLICT DO NOTHING;

COMMIT;
\! rm -f batch
