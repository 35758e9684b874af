SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0, q3.c1, (
      SELECT json_group_array(json_array(q7.c0, q7.c1)) FROM (
        SELECT w8.d AS c0, n7."id" AS c1 FROM (
          WITH RECURSIVE w8_0(n, d) AS (
            SELECT q3.c2, 0
          ), w8_1(n, d) AS (
            SELECT r6."$src", w8_0.d + 1 FROM w8_0 CROSS JOIN "r_BACKS" r6 ON r6."$dst" = w8_0.n WHERE r6."standing" IN ('ASSERTED', 'DISPUTED') AND (coalesce(r6."from", r6."attestedFrom") IS NULL OR coalesce(r6."from", r6."attestedFrom") <= q3.c3) AND (r6."until" IS NULL OR r6."until" > q3.c3)
          ), w8_2(n, d) AS (
            SELECT n, min(d) FROM w8_1 GROUP BY n
          ) SELECT n, d FROM w8_2 WHERE n <> q3.c2
        ) w8 CROSS JOIN "n_Actor" n7 ON n7."$key" = w8.n ORDER BY w8.d ASC, n7."id" ASC LIMIT ?5
      ) q7
    ), q3.c4, (
      SELECT count(*) FROM (
        WITH RECURSIVE w13_0(n, d) AS (
          SELECT q3.c2, 0
        ), w13_1(n, d) AS (
          SELECT r11."$src", w13_0.d + 1 FROM w13_0 CROSS JOIN "r_BACKS" r11 ON r11."$dst" = w13_0.n WHERE r11."standing" IN ('ASSERTED', 'DISPUTED')
        ), w13_2(n, d) AS (
          SELECT n, min(d) FROM w13_1 GROUP BY n
        ) SELECT n, d FROM w13_2 WHERE n <> q3.c2
      ) w13
    ))) FROM (
      SELECT r2."role" AS c0, n3."id" AS c1, r2."$src" AS c2, r2."$dstBy" AS c3, r2."id" AS c4 FROM "r_PARTICIPATED_IN" r2 CROSS JOIN "n_Actor" n3 ON n3."$key" = r2."$src" WHERE r2."$dst" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n3."id" ASC, r2."id" ASC LIMIT ?3
    ) q3
  )) FROM "n_Event" n1 WHERE n1."id" = ?1
), CASE substr(?8, 1, instr(?8, ':')) WHEN 'participation:' THEN (
  SELECT json_array(0, (
    SELECT json_array(n15."id") FROM "n_Actor" n15 WHERE n15."$key" = r14."$src"
  ), (
    SELECT json_group_array(json_array(q19.c0)) FROM (
      SELECT n19."name" AS c0 FROM (
        WITH RECURSIVE w20_0(n, d) AS (
          SELECT r14."$src", 0
        ), w20_1(n, d) AS (
          SELECT r18."$src", w20_0.d + 1 FROM w20_0 CROSS JOIN "r_BACKS" r18 ON r18."$dst" = w20_0.n WHERE r18."standing" IN ('ASSERTED', 'DISPUTED') AND (coalesce(r18."from", r18."attestedFrom") IS NULL OR coalesce(r18."from", r18."attestedFrom") <= r14."$dstBy") AND (r18."until" IS NULL OR r18."until" > r14."$dstBy")
        ), w20_2(n, d) AS (
          SELECT n, min(d) FROM w20_1 GROUP BY n
        ) SELECT n, d FROM w20_2 WHERE n <> r14."$src"
      ) w20 CROSS JOIN "n_Actor" n19 ON n19."$key" = w20.n ORDER BY n19."name" DESC, n19."id" DESC LIMIT ?10
    ) q19
  )) FROM "r_PARTICIPATED_IN" r14 WHERE r14."id" = ?8
) END, CASE substr(?11, 1, instr(?11, ':')) WHEN 'actor:' THEN (
  SELECT json_array(0) FROM "n_Actor" n21 WHERE n21."id" = ?11
) WHEN 'place:' THEN (
  SELECT json_array(1) FROM "n_Place" n22 WHERE n22."id" = ?11
) WHEN 'claim:' THEN (
  SELECT json_array(2) FROM "n_Claim" n23 WHERE n23."id" = ?11
) WHEN 'source:' THEN (
  SELECT json_array(3) FROM "n_Source" n24 WHERE n24."id" = ?11
) WHEN 'report:' THEN (
  SELECT json_array(4) FROM "n_Report" n25 WHERE n25."id" = ?11
) WHEN 'madeIn:' THEN (
  SELECT json_array(5) FROM "n_Claim" r26s CROSS JOIN "n_Report" r26t CROSS JOIN "r_MADE_IN" r26 WHERE r26s."id" = substr(?11, 8, instr(?11, '>') - 8) AND r26t."id" = substr(?11, instr(?11, '>') + 1) AND r26."$src" = r26s."$key" AND r26."$dst" = r26t."$key"
) WHEN 'event:' THEN (
  SELECT json_array(6) FROM "n_Event" n27 WHERE n27."id" = ?11
) WHEN 'participation:' THEN (
  SELECT json_array(7, (
    SELECT count(*) FROM (
      WITH RECURSIVE w33_0(n, d) AS (
        SELECT r28."$src", 0
      ), w33_1(n, d) AS (
        SELECT r31."$src", w33_0.d + 1 FROM w33_0 CROSS JOIN "r_BACKS" r31 ON r31."$dst" = w33_0.n WHERE r31."standing" IN ('ASSERTED', 'DISPUTED') AND (coalesce(r31."from", r31."attestedFrom") IS NULL OR coalesce(r31."from", r31."attestedFrom") <= r28."$dstBy") AND (r31."until" IS NULL OR r31."until" > r28."$dstBy")
      ), w33_2(n, d) AS (
        SELECT n, min(d) FROM w33_1 GROUP BY n
      ) SELECT n, d FROM w33_2 WHERE n <> r28."$src"
    ) w33
  ), (
    SELECT count(*) FROM (
      WITH RECURSIVE w38_0(n, d) AS (
        SELECT r28."$src", 0
      ), w38_1(n, d) AS (
        SELECT r36."$src", w38_0.d + 1 FROM w38_0 CROSS JOIN "r_BACKS" r36 ON r36."$dst" = w38_0.n WHERE r36."standing" IN ('ASSERTED', 'DISPUTED') AND (r36."from" IS NULL OR r36."from" <= r28."$dstBy") AND (r36."until" IS NULL OR r36."until" > r28."$dstBy")
      ), w38_2(n, d) AS (
        SELECT n, min(d) FROM w38_1 GROUP BY n
      ) SELECT n, d FROM w38_2 WHERE n <> r28."$src"
    ) w38
  ), (
    SELECT json_group_array(json_array(q37.c0)) FROM (
      SELECT n37."id" AS c0 FROM (
        WITH RECURSIVE w38_0(n, d) AS (
          SELECT r28."$src", 0
        ), w38_1(n, d) AS (
          SELECT r36."$src", w38_0.d + 1 FROM w38_0 CROSS JOIN "r_BACKS" r36 ON r36."$dst" = w38_0.n WHERE r36."standing" IN ('ASSERTED', 'DISPUTED') AND (r36."from" IS NULL OR r36."from" <= r28."$dstBy") AND (r36."until" IS NULL OR r36."until" > r28."$dstBy")
        ), w38_2(n, d) AS (
          SELECT n, min(d) FROM w38_1 GROUP BY n
        ) SELECT n, d FROM w38_2 WHERE n <> r28."$src"
      ) w38 CROSS JOIN "n_Actor" n37 ON n37."$key" = w38.n ORDER BY w38.d ASC, n37."id" ASC LIMIT ?15
    ) q37
  )) FROM "r_PARTICIPATED_IN" r28 WHERE r28."id" = ?11
) WHEN 'partOfEvent:' THEN (
  SELECT json_array(8) FROM "n_Event" r39s CROSS JOIN "n_Event" r39t CROSS JOIN "r_PART_OF_EVENT" r39 WHERE r39s."id" = substr(?11, 13, instr(?11, '>') - 13) AND r39t."id" = substr(?11, instr(?11, '>') + 1) AND r39."$src" = r39s."$key" AND +r39."$dst" = r39t."$key"
) WHEN 'reportedIn:' THEN (
  SELECT json_array(9) FROM "n_Event" r40s CROSS JOIN "n_Report" r40t CROSS JOIN "r_REPORTED_IN" r40 WHERE r40s."id" = substr(?11, 12, instr(?11, '>') - 12) AND r40t."id" = substr(?11, instr(?11, '>') + 1) AND r40."$src" = r40s."$key" AND +r40."$dst" = r40t."$key"
) WHEN 'publishedBy:' THEN (
  SELECT json_array(10) FROM "n_Report" r41s CROSS JOIN "n_Source" r41t CROSS JOIN "r_PUBLISHED_BY" r41 WHERE r41s."id" = substr(?11, 13, instr(?11, '>') - 13) AND r41t."id" = substr(?11, instr(?11, '>') + 1) AND r41."$src" = r41s."$key" AND r41."$dst" = r41t."$key"
) WHEN 'madeBy:' THEN (
  SELECT json_array(11) FROM "n_Claim" r42s CROSS JOIN "n_Source" r42t CROSS JOIN "r_MADE_BY" r42 WHERE r42s."id" = substr(?11, 8, instr(?11, '>') - 8) AND r42t."id" = substr(?11, instr(?11, '>') + 1) AND r42."$src" = r42s."$key" AND r42."$dst" = r42t."$key"
) WHEN 'partOf:' THEN (
  SELECT json_array(12) FROM "n_Place" r43s CROSS JOIN "n_Place" r43t CROSS JOIN "r_PART_OF" r43 WHERE r43s."id" = substr(?11, 8, instr(?11, '>') - 8) AND r43t."id" = substr(?11, instr(?11, '>') + 1) AND r43."$src" = r43s."$key" AND r43."$dst" = r43t."$key"
) WHEN 'liesIn:' THEN (
  SELECT json_array(13) FROM "n_Place" r44s CROSS JOIN "n_Place" r44t CROSS JOIN "r_LIES_IN" r44 WHERE r44s."id" = substr(?11, 8, instr(?11, '>') - 8) AND r44t."id" = substr(?11, instr(?11, '>') + 1) AND r44."$src" = r44s."$key" AND r44."$dst" = r44t."$key"
) WHEN 'borders:' THEN (
  SELECT json_array(14) FROM "n_Place" r45s CROSS JOIN "n_Place" r45t CROSS JOIN "r_BORDERS" r45 WHERE r45s."id" = substr(?11, 9, instr(?11, '>') - 9) AND r45t."id" = substr(?11, instr(?11, '>') + 1) AND r45."$src" = r45s."$key" AND r45."$dst" = r45t."$key"
) WHEN 'occurredAt:' THEN (
  SELECT json_array(15) FROM "n_Event" r46s CROSS JOIN "n_Place" r46t CROSS JOIN "r_OCCURRED_AT" r46 WHERE r46s."id" = substr(?11, 12, instr(?11, '>') - 12) AND r46t."id" = substr(?11, instr(?11, '>') + 1) AND r46."$src" = r46s."$key" AND r46."$dst" = r46t."$key"
) WHEN 'control:' THEN (
  SELECT json_array(16) FROM "r_CONTROLS" r47 WHERE r47."id" = ?11
) WHEN 'backing:' THEN (
  SELECT json_array(17) FROM "r_BACKS" r48 WHERE r48."id" = ?11
) WHEN 'membership:' THEN (
  SELECT json_array(18) FROM "r_MEMBER_OF" r49 WHERE r49."id" = ?11
) WHEN 'succeeds:' THEN (
  SELECT json_array(19) FROM "n_Actor" r50s CROSS JOIN "n_Actor" r50t CROSS JOIN "r_SUCCEEDS" r50 WHERE r50s."id" = substr(?11, 10, instr(?11, '>') - 10) AND r50t."id" = substr(?11, instr(?11, '>') + 1) AND r50."$src" = r50s."$key" AND r50."$dst" = r50t."$key"
) WHEN 'basedIn:' THEN (
  SELECT json_array(20) FROM "n_Actor" r51s CROSS JOIN "n_Place" r51t CROSS JOIN "r_BASED_IN" r51 WHERE r51s."id" = substr(?11, 9, instr(?11, '>') - 9) AND r51t."id" = substr(?11, instr(?11, '>') + 1) AND r51."$src" = r51s."$key" AND r51."$dst" = r51t."$key"
) WHEN 'voiceOf:' THEN (
  SELECT json_array(21) FROM "n_Source" r52s CROSS JOIN "n_Actor" r52t CROSS JOIN "r_VOICE_OF" r52 WHERE r52s."id" = substr(?11, 9, instr(?11, '>') - 9) AND r52t."id" = substr(?11, instr(?11, '>') + 1) AND r52."$src" = r52s."$key" AND r52."$dst" = r52t."$key"
) END)
