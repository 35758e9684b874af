SELECT json_array((
  SELECT json_array((
    SELECT json_group_array(json_array(q3.c0)) FROM (
      SELECT n3."id" AS c0 FROM "r_BACKS" r2 CROSS JOIN "n_Actor" n3 ON n3."$key" = r2."$src" WHERE r2."$dst" = n1."$key" AND r2."standing" IN ('ASSERTED', 'DISPUTED') ORDER BY n3."id" ASC, r2."id" ASC LIMIT ?3
    ) q3
  ), (
    SELECT json_group_array(json_array(q5.c0)) FROM (
      SELECT n5."id" AS c0 FROM (
        WITH RECURSIVE w6_0(n, d) AS (
          SELECT n1."$key", 0
        ), w6_1r(n, d, k) AS (
          SELECT n, d, 0 FROM w6_0 UNION SELECT r4."$src", w6_1r.d + 1, w6_1r.k + 1 FROM w6_1r CROSS JOIN "r_BACKS" r4 ON r4."$dst" = w6_1r.n WHERE w6_1r.k < 6 AND r4."standing" IN ('ASSERTED', 'DISPUTED')
        ), w6_1(n, d) AS (
          SELECT n, min(d) FROM w6_1r WHERE k >= 1 GROUP BY n
        ) SELECT n, d FROM w6_1 WHERE n <> n1."$key"
      ) w6 CROSS JOIN "n_Actor" n5 ON n5."$key" = w6.n ORDER BY w6.d ASC, n5."id" ASC LIMIT ?5
    ) q5
  )) FROM "n_Actor" n1 WHERE n1."id" = ?1
), (
  SELECT json_array((
    SELECT json_group_array(json_array(q9.c0)) FROM (
      SELECT n9."id" AS c0 FROM "r_BACKS" r8 CROSS JOIN "n_Actor" n9 ON n9."$key" = r8."$src" WHERE r8."$dst" = n7."$key" AND r8."standing" IN ('DENIED') ORDER BY n9."id" ASC, r8."id" ASC LIMIT ?8
    ) q9
  ), (
    SELECT json_group_array(json_array(q11.c0)) FROM (
      SELECT n11."id" AS c0 FROM (
        WITH RECURSIVE w12_0(n, d) AS (
          SELECT n7."$key", 0
        ), w12_1r(n, d, k) AS (
          SELECT n, d, 0 FROM w12_0 UNION SELECT r10."$src", w12_1r.d + 1, w12_1r.k + 1 FROM w12_1r CROSS JOIN "r_BACKS" r10 ON r10."$dst" = w12_1r.n WHERE w12_1r.k < 6 AND r10."standing" IN ('ASSERTED', 'DENIED')
        ), w12_1(n, d) AS (
          SELECT n, min(d) FROM w12_1r WHERE k >= 1 GROUP BY n
        ) SELECT n, d FROM w12_1 WHERE n <> n7."$key"
      ) w12 CROSS JOIN "n_Actor" n11 ON n11."$key" = w12.n ORDER BY w12.d ASC, n11."id" ASC LIMIT ?10
    ) q11
  )) FROM "n_Actor" n7 WHERE n7."id" = ?6
), (
  SELECT json_array((
    SELECT json_group_array(json_array(q16.c0)) FROM (
      SELECT n16."id" AS c0 FROM (
        WITH RECURSIVE w17_0(n, d) AS (
          SELECT n13."$key", 0
        ), w17_1(n, d) AS (
          SELECT r14."$dst", w17_0.d + 1 FROM w17_0 CROSS JOIN "r_BACKS" r14 ON r14."$src" = w17_0.n WHERE r14."standing" IN ('ASSERTED', 'DISPUTED')
        ), w17_2(n, d) AS (
          SELECT n, min(d) FROM w17_1 GROUP BY n
        ), w17_3(n, d) AS (
          SELECT r15."$dst", w17_2.d + 1 FROM w17_2 CROSS JOIN "r_PARTICIPATED_IN" r15 ON r15."$src" = w17_2.n WHERE r15."standing" IN ('ASSERTED', 'DISPUTED')
        ), w17_4(n, d) AS (
          SELECT n, min(d) FROM w17_3 GROUP BY n
        ) SELECT n, d FROM w17_4
      ) w17 CROSS JOIN "n_Event" n16 ON n16."$key" = w17.n ORDER BY w17.d ASC, n16."id" ASC LIMIT ?13
    ) q16
  ), (
    SELECT json_group_array(json_array(q20.c0)) FROM (
      SELECT n20."id" AS c0 FROM (
        WITH RECURSIVE w21_0(n, d) AS (
          SELECT n13."$key", 0
        ), w21_1(n, d) AS (
          SELECT r18."$dst", w21_0.d + 1 FROM w21_0 CROSS JOIN "r_BACKS" r18 ON r18."$src" = w21_0.n WHERE r18."standing" IN ('ASSERTED', 'DENIED')
        ), w21_2(n, d) AS (
          SELECT n, min(d) FROM w21_1 GROUP BY n
        ), w21_3(n, d) AS (
          SELECT r19."$dst", w21_2.d + 1 FROM w21_2 CROSS JOIN "r_PARTICIPATED_IN" r19 ON r19."$src" = w21_2.n WHERE r19."standing" IN ('ASSERTED', 'DENIED')
        ), w21_4(n, d) AS (
          SELECT n, min(d) FROM w21_3 GROUP BY n
        ) SELECT n, d FROM w21_4
      ) w21 CROSS JOIN "n_Event" n20 ON n20."$key" = w21.n ORDER BY w21.d ASC, n20."id" ASC LIMIT ?15
    ) q20
  )) FROM "n_Actor" n13 WHERE n13."id" = ?11
), CASE substr(?16, 1, instr(?16, ':')) WHEN 'actor:' THEN (
  SELECT json_array(0, n22."id", n22."name") FROM "n_Actor" n22 WHERE n22."id" = ?16
) WHEN 'place:' THEN (
  SELECT json_array(1, n23."id", n23."name") FROM "n_Place" n23 WHERE n23."id" = ?16
) WHEN 'claim:' THEN (
  SELECT json_array(2, n24."id", n24."statement") FROM "n_Claim" n24 WHERE n24."id" = ?16
) WHEN 'source:' THEN (
  SELECT json_array(3, n25."id", n25."name") FROM "n_Source" n25 WHERE n25."id" = ?16
) WHEN 'report:' THEN (
  SELECT json_array(4, n26."id", n26."title") FROM "n_Report" n26 WHERE n26."id" = ?16
) WHEN 'madeIn:' THEN (
  SELECT json_array(5, ('madeIn:' || (
    SELECT "id" FROM "n_Claim" WHERE "$key" = r27."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r27."$dst"
  ))) FROM "n_Claim" r27s CROSS JOIN "n_Report" r27t CROSS JOIN "r_MADE_IN" r27 WHERE r27s."id" = substr(?16, 8, instr(?16, '>') - 8) AND r27t."id" = substr(?16, instr(?16, '>') + 1) AND r27."$src" = r27s."$key" AND r27."$dst" = r27t."$key"
) WHEN 'event:' THEN (
  SELECT json_array(6, n28."id", n28."title") FROM "n_Event" n28 WHERE n28."id" = ?16
) WHEN 'participation:' THEN (
  SELECT json_array(7, r29."id") FROM "r_PARTICIPATED_IN" r29 WHERE r29."id" = ?16
) WHEN 'partOfEvent:' THEN (
  SELECT json_array(8, ('partOfEvent:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r30."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r30."$dst"
  ))) FROM "n_Event" r30s CROSS JOIN "n_Event" r30t CROSS JOIN "r_PART_OF_EVENT" r30 WHERE r30s."id" = substr(?16, 13, instr(?16, '>') - 13) AND r30t."id" = substr(?16, instr(?16, '>') + 1) AND r30."$src" = r30s."$key" AND +r30."$dst" = r30t."$key"
) WHEN 'reportedIn:' THEN (
  SELECT json_array(9, ('reportedIn:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r31."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r31."$dst"
  ))) FROM "n_Event" r31s CROSS JOIN "n_Report" r31t CROSS JOIN "r_REPORTED_IN" r31 WHERE r31s."id" = substr(?16, 12, instr(?16, '>') - 12) AND r31t."id" = substr(?16, instr(?16, '>') + 1) AND r31."$src" = r31s."$key" AND +r31."$dst" = r31t."$key"
) WHEN 'publishedBy:' THEN (
  SELECT json_array(10, ('publishedBy:' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r32."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r32."$dst"
  ))) FROM "n_Report" r32s CROSS JOIN "n_Source" r32t CROSS JOIN "r_PUBLISHED_BY" r32 WHERE r32s."id" = substr(?16, 13, instr(?16, '>') - 13) AND r32t."id" = substr(?16, instr(?16, '>') + 1) AND r32."$src" = r32s."$key" AND r32."$dst" = r32t."$key"
) WHEN 'madeBy:' THEN (
  SELECT json_array(11, ('madeBy:' || (
    SELECT "id" FROM "n_Claim" WHERE "$key" = r33."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r33."$dst"
  ))) FROM "n_Claim" r33s CROSS JOIN "n_Source" r33t CROSS JOIN "r_MADE_BY" r33 WHERE r33s."id" = substr(?16, 8, instr(?16, '>') - 8) AND r33t."id" = substr(?16, instr(?16, '>') + 1) AND r33."$src" = r33s."$key" AND r33."$dst" = r33t."$key"
) WHEN 'partOf:' THEN (
  SELECT json_array(12, ('partOf:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r34."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r34."$dst"
  ))) FROM "n_Place" r34s CROSS JOIN "n_Place" r34t CROSS JOIN "r_PART_OF" r34 WHERE r34s."id" = substr(?16, 8, instr(?16, '>') - 8) AND r34t."id" = substr(?16, instr(?16, '>') + 1) AND r34."$src" = r34s."$key" AND r34."$dst" = r34t."$key"
) WHEN 'liesIn:' THEN (
  SELECT json_array(13, ('liesIn:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r35."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r35."$dst"
  ))) FROM "n_Place" r35s CROSS JOIN "n_Place" r35t CROSS JOIN "r_LIES_IN" r35 WHERE r35s."id" = substr(?16, 8, instr(?16, '>') - 8) AND r35t."id" = substr(?16, instr(?16, '>') + 1) AND r35."$src" = r35s."$key" AND r35."$dst" = r35t."$key"
) WHEN 'borders:' THEN (
  SELECT json_array(14, ('borders:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r36."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r36."$dst"
  ))) FROM "n_Place" r36s CROSS JOIN "n_Place" r36t CROSS JOIN "r_BORDERS" r36 WHERE r36s."id" = substr(?16, 9, instr(?16, '>') - 9) AND r36t."id" = substr(?16, instr(?16, '>') + 1) AND r36."$src" = r36s."$key" AND r36."$dst" = r36t."$key"
) WHEN 'occurredAt:' THEN (
  SELECT json_array(15, ('occurredAt:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r37."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r37."$dst"
  ))) FROM "n_Event" r37s CROSS JOIN "n_Place" r37t CROSS JOIN "r_OCCURRED_AT" r37 WHERE r37s."id" = substr(?16, 12, instr(?16, '>') - 12) AND r37t."id" = substr(?16, instr(?16, '>') + 1) AND r37."$src" = r37s."$key" AND r37."$dst" = r37t."$key"
) WHEN 'control:' THEN (
  SELECT json_array(16, r38."id") FROM "r_CONTROLS" r38 WHERE r38."id" = ?16
) WHEN 'backing:' THEN (
  SELECT json_array(17, r39."id", r39."standing", (
    SELECT json_array(n40."name") FROM "n_Actor" n40 WHERE n40."$key" = r39."$dst"
  )) FROM "r_BACKS" r39 WHERE r39."id" = ?16
) WHEN 'membership:' THEN (
  SELECT json_array(18, r41."id") FROM "r_MEMBER_OF" r41 WHERE r41."id" = ?16
) WHEN 'succeeds:' THEN (
  SELECT json_array(19, ('succeeds:' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r42."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r42."$dst"
  ))) FROM "n_Actor" r42s CROSS JOIN "n_Actor" r42t CROSS JOIN "r_SUCCEEDS" r42 WHERE r42s."id" = substr(?16, 10, instr(?16, '>') - 10) AND r42t."id" = substr(?16, instr(?16, '>') + 1) AND r42."$src" = r42s."$key" AND r42."$dst" = r42t."$key"
) WHEN 'basedIn:' THEN (
  SELECT json_array(20, ('basedIn:' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r43."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r43."$dst"
  ))) FROM "n_Actor" r43s CROSS JOIN "n_Place" r43t CROSS JOIN "r_BASED_IN" r43 WHERE r43s."id" = substr(?16, 9, instr(?16, '>') - 9) AND r43t."id" = substr(?16, instr(?16, '>') + 1) AND r43."$src" = r43s."$key" AND r43."$dst" = r43t."$key"
) WHEN 'voiceOf:' THEN (
  SELECT json_array(21, ('voiceOf:' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r44."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r44."$dst"
  ))) FROM "n_Source" r44s CROSS JOIN "n_Actor" r44t CROSS JOIN "r_VOICE_OF" r44 WHERE r44s."id" = substr(?16, 9, instr(?16, '>') - 9) AND r44t."id" = substr(?16, instr(?16, '>') + 1) AND r44."$src" = r44s."$key" AND r44."$dst" = r44t."$key"
) END)
