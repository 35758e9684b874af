SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, q1.c0)) FROM (
    SELECT * FROM (
      SELECT n1."id" AS c0 FROM "n_Actor" n1 ORDER BY n1."id" DESC LIMIT ?2
    ) ORDER BY c0 ASC
  ) q1
), (
  SELECT json_group_array(json_array(q2.c0)) FROM (
    SELECT * FROM (
      SELECT n2."id" AS c0 FROM "n_Actor" n2 WHERE n2."id" <= ?5 AND (n2."id" < ?5) ORDER BY n2."id" DESC LIMIT ?4
    ) ORDER BY c0 ASC
  ) q2
), (
  SELECT json_group_array(json_array(q3.c0)) FROM (
    SELECT * FROM (
      SELECT n3."id" AS c0 FROM "n_Actor" n3 WHERE n3."id" <= ?8 AND (n3."id" < ?8) ORDER BY n3."id" DESC LIMIT ?7
    ) ORDER BY c0 ASC
  ) q3
))
