SELECT json_array((
  SELECT json_group_array(json_array(q1.c0)) FROM (
    SELECT n1."id" AS c0 FROM "n_Event" n1 WHERE n1."subKind" >= ?3 AND (n1."subKind" > ?3 OR n1."subKind" = ?3 AND (n1."id" > ?4)) ORDER BY n1."subKind" ASC, n1."id" ASC LIMIT ?2
  ) q1
), (
  SELECT json_group_array(json_array(q2.c0, q2.c1, q2.c1)) FROM (
    SELECT n2."subKind" AS c0, n2."id" AS c1 FROM "n_Event" n2 WHERE n2."subKind" >= ?7 AND (n2."subKind" > ?7 OR n2."subKind" = ?7 AND (n2."id" > ?8)) ORDER BY n2."subKind" ASC, n2."id" ASC LIMIT ?6
  ) q2
), (
  SELECT json_group_array(json_array(q3.c0)) FROM (
    SELECT * FROM (
      SELECT n3."id" AS c0, n3."subKind" AS c1 FROM "n_Event" n3 WHERE (n3."subKind" < ?11 OR n3."subKind" IS NULL OR n3."subKind" = ?11 AND (n3."id" < ?12)) ORDER BY n3."subKind" DESC, n3."id" DESC LIMIT ?10
    ) ORDER BY c1 ASC, c0 ASC
  ) q3
), (
  SELECT json_group_array(json_array(q4.c0)) FROM (
    SELECT n4."id" AS c0 FROM "n_Event" n4 WHERE (n4."subKind" < ?15 OR n4."subKind" IS NULL OR n4."subKind" = ?15 AND (n4."id" < ?16)) ORDER BY n4."subKind" DESC, n4."id" DESC LIMIT ?14
  ) q4
), (
  SELECT json_group_array(json_array(q5.c0)) FROM (
    SELECT n5."id" AS c0 FROM "n_Event" n5 WHERE (n5."subKind" < ?19 OR n5."subKind" IS NULL OR n5."subKind" = ?19 AND (n5."id" < ?20)) ORDER BY n5."subKind" DESC, n5."id" DESC LIMIT ?18
  ) q5
), (
  SELECT json_group_array(json_array(q6.c0)) FROM (
    SELECT * FROM (
      SELECT n6."id" AS c0, n6."subKind" AS c1 FROM "n_Event" n6 WHERE n6."subKind" >= ?23 AND (n6."subKind" > ?23 OR n6."subKind" = ?23 AND (n6."id" > ?24)) ORDER BY n6."subKind" ASC, n6."id" ASC LIMIT ?22
    ) ORDER BY c1 DESC, c0 DESC
  ) q6
))
