SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, json(q1.c1))) FROM (
    SELECT n1."id" AS c0, n1."aliases" AS c1 FROM "n_Person" n1 WHERE EXISTS (
      SELECT 1 FROM json_each(n1."aliases") e2
    ) ORDER BY n1."id" ASC LIMIT ?2
  ) q1
), (
  SELECT count(*) FROM "n_Person" n3 WHERE NOT EXISTS (
    SELECT 1 FROM json_each(n3."aliases") e4 WHERE instr(e4."value", ?3) > 0
  )
), (
  SELECT json_array(json(n5."aliases")) FROM "n_Person" n5 WHERE n5."id" = ?6
))
