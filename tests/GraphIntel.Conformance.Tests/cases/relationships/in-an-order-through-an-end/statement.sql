SELECT json_array((
  SELECT json_group_array(json_array(q1.c0, q1.c1, q1.c2, q1.c2, (
    SELECT json_array(n6."id", (
      SELECT json_array(n8."name") FROM "r_PART_OF" r7 CROSS JOIN "n_Place" n8 ON n8."$key" = r7."$dst" WHERE r7."$src" = n6."$key"
    )) FROM "n_Place" n6 WHERE n6."$key" = q1.c3
  ))) FROM (
    SELECT (
      SELECT (
        SELECT n4."name" FROM "r_PART_OF" r3 CROSS JOIN "n_Place" n4 ON n4."$key" = r3."$dst" WHERE r3."$src" = n2."$key"
      ) FROM "n_Place" n2 WHERE n2."$key" = r1."$dst"
    ) AS c0, (
      SELECT n5."id" FROM "n_Place" n5 WHERE n5."$key" = r1."$dst"
    ) AS c1, r1."id" AS c2, r1."$dst" AS c3 FROM "r_CONTROLS" r1 WHERE r1."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY (
      SELECT (
        SELECT n4."name" FROM "r_PART_OF" r3 CROSS JOIN "n_Place" n4 ON n4."$key" = r3."$dst" WHERE r3."$src" = n2."$key"
      ) FROM "n_Place" n2 WHERE n2."$key" = r1."$dst"
    ) ASC, (
      SELECT n5."id" FROM "n_Place" n5 WHERE n5."$key" = r1."$dst"
    ) DESC, r1."id" DESC LIMIT ?2
  ) q1
))
