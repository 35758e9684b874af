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
  )) FROM "n_Place" n1 WHERE n1."id" = ?1
), (
  SELECT json_array((
    SELECT json_group_array(json_array(q10.c0, (
      SELECT json_group_array(json_array(q12.c0, q12.c1)) FROM (
        SELECT r11."extent" AS c0, n12."name" AS c1 FROM "r_CONTROLS" r11 CROSS JOIN "n_Actor" n12 ON n12."$key" = r11."$src" WHERE r11."$dst" = q10.c1 AND r11."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n12."id" ASC, r11."id" ASC LIMIT ?11
      ) q12
    ))) FROM (
      SELECT n10."name" AS c0, r9."$src" AS c1 FROM "r_LIES_IN" r9 CROSS JOIN "n_Place" n10 ON n10."$key" = r9."$src" WHERE r9."$dst" = n8."$key" ORDER BY n10."id" ASC LIMIT ?9
    ) q10
  )) FROM "n_Place" n8 WHERE n8."id" = ?7
))
