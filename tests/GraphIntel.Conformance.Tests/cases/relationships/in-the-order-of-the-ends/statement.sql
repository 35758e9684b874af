SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, (
    SELECT json_array(n4."name") FROM "n_Actor" n4 WHERE n4."$key" = q1.c1
  ), (
    SELECT json_array(n5."kind") FROM "n_Place" n5 WHERE n5."$key" = q1.c2
  ), q1.c3)) FROM (
    SELECT r1."id" AS c0, r1."$src" AS c1, r1."$dst" AS c2, r1."until" AS c3 FROM "r_CONTROLS" r1 WHERE r1."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY (
      SELECT n2."name" FROM "n_Actor" n2 WHERE n2."$key" = r1."$src"
    ) DESC, (
      SELECT n3."kind" FROM "n_Place" n3 WHERE n3."$key" = r1."$dst"
    ) ASC, r1."until" DESC, r1."id" DESC LIMIT ?2
  ) q1
))
