SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."name" AS c0 FROM "n_Place" n1 WHERE instr(n1."name", ?1) > 0 ORDER BY n1."name" ASC, n1."id" ASC LIMIT ?3
  ) q1
))
