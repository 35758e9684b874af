SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0, (
      SELECT json_group_array(json_array(q7.c0, q7.c1)) FROM (
        SELECT r6."extent" AS c0, n7."name" AS c1 FROM "r_CONTROLS" r6 CROSS JOIN "n_Actor" n7 ON n7."$key" = r6."$src" WHERE r6."$dst" = q3.c1 AND (coalesce(r6."from", r6."attestedFrom") IS NULL OR coalesce(r6."from", r6."attestedFrom") <= ?4) AND (r6."until" IS NULL OR r6."until" > ?4) AND r6."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n7."id" ASC, r6."id" ASC LIMIT ?6
      ) q7
    ))) FROM (
      SELECT n3."name" AS c0, r2."$src" AS c1 FROM "r_PART_OF" r2 CROSS JOIN "n_Place" n3 ON n3."$key" = r2."$src" WHERE r2."$dst" = n1."$key" AND EXISTS (
        SELECT 1 FROM "r_CONTROLS" r4 WHERE r4."$dst" = r2."$src" AND r4."standing" IN ('ASSERTED', 'DISPUTED')
      ) ORDER BY n3."name" DESC, n3."id" DESC LIMIT ?3
    ) q3
  ), (
    SELECT json_group_array(json_array(q9.c0, (
      SELECT json_group_array(json_array(q11.c0, q11.c1)) FROM (
        SELECT r10."extent" AS c0, n11."name" AS c1 FROM "r_CONTROLS" r10 CROSS JOIN "n_Actor" n11 ON n11."$key" = r10."$src" WHERE r10."$dst" = q9.c1 AND r10."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n11."id" ASC, r10."id" ASC LIMIT ?10
      ) q11
    ))) FROM (
      SELECT n9."name" AS c0, r8."$src" AS c1 FROM "r_LIES_IN" r8 CROSS JOIN "n_Place" n9 ON n9."$key" = r8."$src" WHERE r8."$dst" = n1."$key" ORDER BY n9."id" ASC LIMIT ?8
    ) q9
  )) FROM "n_Place" n1 WHERE n1."id" = ?1
))
