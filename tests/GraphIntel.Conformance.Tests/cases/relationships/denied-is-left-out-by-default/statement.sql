SELECT json_array((
  SELECT count(*) FROM "r_BACKS" r1 WHERE r1."standing" IN ('ASSERTED', 'DISPUTED')
), (
  SELECT json_group_array(json_array(q1.c0, q1.c1)) FROM (
    SELECT r1."id" AS c0, r1."standing" AS c1 FROM "r_BACKS" r1 WHERE r1."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY r1."id" DESC LIMIT ?2
  ) q1
), (
  SELECT count(*) FROM "r_BACKS" r2 WHERE r2."standing" IN ('DENIED')
), (
  SELECT json_group_array(json_array(q2.c0)) FROM (
    SELECT r2."id" AS c0 FROM "r_BACKS" r2 WHERE r2."standing" IN ('DENIED') ORDER BY r2."id" ASC LIMIT ?4
  ) q2
), (
  SELECT count(*) FROM "r_BACKS" r3 WHERE r3."standing" IN ('ASSERTED', 'DENIED', 'DISPUTED')
), (
  SELECT count(*) FROM "r_BACKS" r4 WHERE 0
), (
  SELECT json_group_array(json_array(q4.c0)) FROM (
    SELECT r4."id" AS c0 FROM "r_BACKS" r4 WHERE 0 ORDER BY r4."id" ASC LIMIT ?8
  ) q4
), (
  SELECT count(*) FROM "r_CONTROLS" r5 WHERE r5."standing" IN ('DISPUTED')
))
