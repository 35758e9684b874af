SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0, (
      SELECT json_group_array(json_array(q5.c0, (
        SELECT json_group_array(json_array(q7.c0)) FROM (
          SELECT n7."id" AS c0 FROM "r_BACKS" r6 CROSS JOIN "n_Actor" n7 ON n7."$key" = r6."$src" WHERE r6."$dst" = q5.c1 AND r6."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n7."id" ASC, r6."id" ASC LIMIT ?8
        ) q7
      ), (
        SELECT count(*) FROM "r_BACKS" r8 WHERE r8."$dst" = q5.c1 AND (coalesce(r8."from", r8."attestedFrom") IS NULL OR coalesce(r8."from", r8."attestedFrom") <= ?9) AND (r8."until" IS NULL OR r8."until" > ?9) AND r8."standing" IN ('ASSERTED', 'DISPUTED')
      ))) FROM (
        SELECT n5."id" AS c0, r4."$dst" AS c1 FROM "r_MEMBER_OF" r4 CROSS JOIN "n_Actor" n5 ON n5."$key" = r4."$dst" WHERE r4."$src" = q3.c1 AND r4."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n5."id" ASC, r4."id" ASC LIMIT ?6
      ) q5
    ))) FROM (
      SELECT n3."id" AS c0, r2."$dst" AS c1 FROM "r_BACKS" r2 CROSS JOIN "n_Actor" n3 ON n3."$key" = r2."$dst" WHERE r2."$src" = n1."$key" AND (r2."from" IS NULL OR r2."from" <= ?2) AND (r2."until" IS NULL OR r2."until" > ?2) AND r2."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n3."id" ASC, r2."id" ASC LIMIT ?4
    ) q3
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
))
