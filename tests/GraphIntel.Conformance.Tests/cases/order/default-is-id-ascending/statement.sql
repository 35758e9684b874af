SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Event" n1 ORDER BY n1."id" ASC LIMIT ?2
  ) q1
))
