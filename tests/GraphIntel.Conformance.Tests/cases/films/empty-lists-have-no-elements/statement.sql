SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, CASE WHEN json_valid(q1.c1) THEN json(q1.c1) ELSE q1.c1 END)) FROM (
    SELECT n1."id" AS c0, n1."aliases" AS c1 FROM "n_Person" n1 WHERE EXISTS (
      SELECT 1 FROM json_each(CASE WHEN json_valid(n1."aliases") THEN CASE json_type(n1."aliases") WHEN 'array' THEN n1."aliases" END END) e2
    ) ORDER BY n1."id" ASC LIMIT ?2
  ) q1
), (
  SELECT count(*) FROM "n_Person" n3 WHERE NOT EXISTS (
    SELECT 1 FROM json_each(CASE WHEN json_valid(n3."aliases") THEN CASE json_type(n3."aliases") WHEN 'array' THEN n3."aliases" END END) e4 WHERE instr(e4."value", ?3) > 0
  )
), (
  SELECT json_array(CASE WHEN json_valid(n5."aliases") THEN json(n5."aliases") ELSE n5."aliases" END) FROM "n_Person" n5 WHERE n5."id" = ?6
))
