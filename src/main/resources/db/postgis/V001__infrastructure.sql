-- one row: what this schema is about; its lock lets one write in at a time
CREATE TABLE lianpian_dataset (
  id integer NOT NULL PRIMARY KEY CHECK (id = 1),
  name text NOT NULL,
  epsg integer NOT NULL,
  profile text NOT NULL,
  synthetic boolean NOT NULL
);

-- one row per committed write that changed something; the instant as ISO 8601, to the nanosecond
CREATE TABLE lianpian_revision (
  id bigint NOT NULL PRIMARY KEY,
  actor text NOT NULL,
  reason text NOT NULL,
  changed_at text NOT NULL
);

-- former states; the present one is the feature's own row
CREATE TABLE lianpian_history (
  type text NOT NULL,
  id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  revision bigint NOT NULL REFERENCES lianpian_revision (id),
  deleted boolean NOT NULL,
  geom geometry,
  provenance json,
  properties json,
  PRIMARY KEY (type, id, version)
);

CREATE INDEX lianpian_history_deleted ON lianpian_history (type, id) WHERE deleted;

CREATE FUNCTION lianpian_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'history cannot be changed';
END
$$;

CREATE TRIGGER lianpian_history_fixed BEFORE UPDATE OR DELETE ON lianpian_history
  FOR EACH ROW EXECUTE FUNCTION lianpian_refuse_change();

CREATE TRIGGER lianpian_revision_fixed BEFORE UPDATE OR DELETE ON lianpian_revision
  FOR EACH ROW EXECUTE FUNCTION lianpian_refuse_change();

-- feature tables and columns added from the list of feature types
CREATE TABLE lianpian_schema_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  table_name text NOT NULL,
  column_name text,
  added_at timestamptz NOT NULL DEFAULT now()
);
