SELECT json_array((
  SELECT json_group_array(json_array()) FROM (
    SELECT 1 FROM "n_Person" n1 ORDER BY n1."id" ASC LIMIT ?2
  ) q1
))
