SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Actor" n1 WHERE n1."name" IN (
      SELECT "value" FROM json_each(?1)
    ) ORDER BY n1."id" ASC LIMIT ?3
  ) q1
))
