SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Event" n1 ORDER BY n1."end" ASC, n1."start" DESC, n1."id" ASC LIMIT ?2
  ) q1
), (
  SELECT json_group_array(json_array(q2.c0)) FROM (
    SELECT n2."id" AS c0 FROM "n_Event" n2 ORDER BY n2."title" DESC, n2."id" DESC LIMIT ?4
  ) q2
))
