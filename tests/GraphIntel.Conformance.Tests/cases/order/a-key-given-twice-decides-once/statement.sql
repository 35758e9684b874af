SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, q1.c1, q1.c1)) FROM (
    SELECT n1."start" AS c0, n1."id" AS c1 FROM "n_Event" n1 ORDER BY n1."start" ASC, n1."id" DESC LIMIT ?2
  ) q1
))
