SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0, q3.c1)) FROM (
      SELECT r2."status" AS c0, n3."name" AS c1 FROM "r_CONTROLS" r2 CROSS JOIN "n_Actor" n3 ON n3."$key" = r2."$src" WHERE r2."$dst" = n1."$key" AND (coalesce(r2."from", r2."attestedFrom") IS NULL OR coalesce(r2."from", r2."attestedFrom") <= ?2) AND (r2."until" IS NULL OR r2."until" > ?2) AND r2."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n3."id" ASC, r2."id" ASC LIMIT ?4
    ) q3
  ), (
    SELECT json_group_array(json_array(q5.c0, q5.c1, q5.c2, q5.c3)) FROM (
      SELECT n5."name" AS c0, r4."id" AS c1, r4."attestedFrom" AS c2, r4."attestedUntil" AS c3 FROM "r_CONTROLS" r4 CROSS JOIN "n_Actor" n5 ON n5."$key" = r4."$src" WHERE r4."$dst" = n1."$key" AND (r4."from" IS NULL OR r4."from" <= ?5) AND (r4."until" IS NULL OR r4."until" > ?5) AND r4."attestedFrom" <= ?5 AND r4."attestedUntil" >= ?5 AND r4."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n5."id" ASC, r4."id" ASC LIMIT ?7
    ) q5
  ), (
    SELECT json_group_array(json_array(q7.c0, q7.c1, q7.c2, (
      SELECT json_group_array(json_array(q8.c0, q8.c1, (
        SELECT json_array(n10."name", n10."kind") FROM "r_MADE_BY" r9 CROSS JOIN "n_Source" n10 ON n10."$key" = r9."$dst" WHERE r9."$src" = q8.c2
      ), (
        SELECT json_array(n12."url", (
          SELECT json_array(n14."name") FROM "r_PUBLISHED_BY" r13 CROSS JOIN "n_Source" n14 ON n14."$key" = r13."$dst" WHERE r13."$src" = r11."$dst"
        )) FROM "r_MADE_IN" r11 CROSS JOIN "n_Report" n12 ON n12."$key" = r11."$dst" WHERE r11."$src" = q8.c2
      ))) FROM (
        SELECT n8."stance" AS c0, n8."made" AS c1, n8."$key" AS c2 FROM "n_Claim" n8 WHERE n8."about" = q7.c3 ORDER BY n8."id" ASC LIMIT ?12
      ) q8
    ))) FROM (
      SELECT r6."status" AS c0, r6."basis" AS c1, n7."name" AS c2, r6."id" AS c3 FROM "r_CONTROLS" r6 CROSS JOIN "n_Actor" n7 ON n7."$key" = r6."$src" WHERE r6."$dst" = n1."$key" AND (coalesce(r6."from", r6."attestedFrom") IS NULL OR coalesce(r6."from", r6."attestedFrom") <= ?8) AND (r6."until" IS NULL OR r6."until" > ?8) AND r6."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n7."id" ASC, r6."id" ASC LIMIT ?10
    ) q7
  )) FROM "n_Place" n1 WHERE n1."id" = ?1
))
