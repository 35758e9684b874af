SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, q1.c1)) FROM (
    SELECT n1."id" AS c0, n1."subKind" AS c1 FROM "n_Event" n1 ORDER BY n1."subKind" ASC, n1."id" ASC LIMIT ?2
  ) q1
), (
  SELECT json_group_array(json_array(q2.c0, q2.c1)) FROM (
    SELECT * FROM (
      SELECT n2."id" AS c0, n2."subKind" AS c1 FROM "n_Event" n2 ORDER BY n2."subKind" ASC, n2."id" ASC LIMIT ?4
    ) ORDER BY c1 DESC, c0 DESC
  ) q2
))
