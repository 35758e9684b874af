SELECT json_array(CASE substr(?1, 1, instr(?1, ':')) WHEN 'actor:' THEN (
  SELECT json_array(0) FROM "n_Actor" n1 WHERE n1."id" = ?1
) WHEN 'place:' THEN (
  SELECT json_array(1) FROM "n_Place" n2 WHERE n2."id" = ?1
) WHEN 'claim:' THEN (
  SELECT json_array(2) FROM "n_Claim" n3 WHERE n3."id" = ?1
) WHEN 'source:' THEN (
  SELECT json_array(3) FROM "n_Source" n4 WHERE n4."id" = ?1
) WHEN 'report:' THEN (
  SELECT json_array(4) FROM "n_Report" n5 WHERE n5."id" = ?1
) WHEN 'madeIn:' THEN (
  SELECT json_array(5) FROM "n_Claim" r6s CROSS JOIN "n_Report" r6t CROSS JOIN "r_MADE_IN" r6 WHERE r6s."id" = substr(?1, 8, instr(?1, '>') - 8) AND r6t."id" = substr(?1, instr(?1, '>') + 1) AND r6."$src" = r6s."$key" AND r6."$dst" = r6t."$key"
) WHEN 'event:' THEN (
  SELECT json_array(6) FROM "n_Event" n7 WHERE n7."id" = ?1
) WHEN 'participation:' THEN (
  SELECT json_array(7) FROM "r_PARTICIPATED_IN" r8 WHERE r8."id" = ?1
) WHEN 'partOfEvent:' THEN (
  SELECT json_array(8) FROM "n_Event" r9s CROSS JOIN "n_Event" r9t CROSS JOIN "r_PART_OF_EVENT" r9 WHERE r9s."id" = substr(?1, 13, instr(?1, '>') - 13) AND r9t."id" = substr(?1, instr(?1, '>') + 1) AND r9."$src" = r9s."$key" AND +r9."$dst" = r9t."$key"
) WHEN 'reportedIn:' THEN (
  SELECT json_array(9) FROM "n_Event" r10s CROSS JOIN "n_Report" r10t CROSS JOIN "r_REPORTED_IN" r10 WHERE r10s."id" = substr(?1, 12, instr(?1, '>') - 12) AND r10t."id" = substr(?1, instr(?1, '>') + 1) AND r10."$src" = r10s."$key" AND +r10."$dst" = r10t."$key"
) WHEN 'publishedBy:' THEN (
  SELECT json_array(10) FROM "n_Report" r11s CROSS JOIN "n_Source" r11t CROSS JOIN "r_PUBLISHED_BY" r11 WHERE r11s."id" = substr(?1, 13, instr(?1, '>') - 13) AND r11t."id" = substr(?1, instr(?1, '>') + 1) AND r11."$src" = r11s."$key" AND r11."$dst" = r11t."$key"
) WHEN 'madeBy:' THEN (
  SELECT json_array(11) FROM "n_Claim" r12s CROSS JOIN "n_Source" r12t CROSS JOIN "r_MADE_BY" r12 WHERE r12s."id" = substr(?1, 8, instr(?1, '>') - 8) AND r12t."id" = substr(?1, instr(?1, '>') + 1) AND r12."$src" = r12s."$key" AND r12."$dst" = r12t."$key"
) WHEN 'partOf:' THEN (
  SELECT json_array(12) FROM "n_Place" r13s CROSS JOIN "n_Place" r13t CROSS JOIN "r_PART_OF" r13 WHERE r13s."id" = substr(?1, 8, instr(?1, '>') - 8) AND r13t."id" = substr(?1, instr(?1, '>') + 1) AND r13."$src" = r13s."$key" AND r13."$dst" = r13t."$key"
) WHEN 'liesIn:' THEN (
  SELECT json_array(13) FROM "n_Place" r14s CROSS JOIN "n_Place" r14t CROSS JOIN "r_LIES_IN" r14 WHERE r14s."id" = substr(?1, 8, instr(?1, '>') - 8) AND r14t."id" = substr(?1, instr(?1, '>') + 1) AND r14."$src" = r14s."$key" AND r14."$dst" = r14t."$key"
) WHEN 'borders:' THEN (
  SELECT json_array(14, (
    SELECT json_array(n16."name") FROM "n_Place" n16 WHERE n16."$key" = r15."$src"
  ), (
    SELECT json_array(n17."name") FROM "n_Place" n17 WHERE n17."$key" = r15."$dst"
  )) FROM "n_Place" r15s CROSS JOIN "n_Place" r15t CROSS JOIN "r_BORDERS" r15 WHERE r15s."id" = substr(?1, 9, instr(?1, '>') - 9) AND r15t."id" = substr(?1, instr(?1, '>') + 1) AND r15."$src" = r15s."$key" AND r15."$dst" = r15t."$key"
) WHEN 'occurredAt:' THEN (
  SELECT json_array(15) FROM "n_Event" r18s CROSS JOIN "n_Place" r18t CROSS JOIN "r_OCCURRED_AT" r18 WHERE r18s."id" = substr(?1, 12, instr(?1, '>') - 12) AND r18t."id" = substr(?1, instr(?1, '>') + 1) AND r18."$src" = r18s."$key" AND r18."$dst" = r18t."$key"
) WHEN 'control:' THEN (
  SELECT json_array(16) FROM "r_CONTROLS" r19 WHERE r19."id" = ?1
) WHEN 'backing:' THEN (
  SELECT json_array(17) FROM "r_BACKS" r20 WHERE r20."id" = ?1
) WHEN 'membership:' THEN (
  SELECT json_array(18) FROM "r_MEMBER_OF" r21 WHERE r21."id" = ?1
) WHEN 'succeeds:' THEN (
  SELECT json_array(19) FROM "n_Actor" r22s CROSS JOIN "n_Actor" r22t CROSS JOIN "r_SUCCEEDS" r22 WHERE r22s."id" = substr(?1, 10, instr(?1, '>') - 10) AND r22t."id" = substr(?1, instr(?1, '>') + 1) AND r22."$src" = r22s."$key" AND r22."$dst" = r22t."$key"
) WHEN 'basedIn:' THEN (
  SELECT json_array(20) FROM "n_Actor" r23s CROSS JOIN "n_Place" r23t CROSS JOIN "r_BASED_IN" r23 WHERE r23s."id" = substr(?1, 9, instr(?1, '>') - 9) AND r23t."id" = substr(?1, instr(?1, '>') + 1) AND r23."$src" = r23s."$key" AND r23."$dst" = r23t."$key"
) WHEN 'voiceOf:' THEN (
  SELECT json_array(21) FROM "n_Source" r24s CROSS JOIN "n_Actor" r24t CROSS JOIN "r_VOICE_OF" r24 WHERE r24s."id" = substr(?1, 9, instr(?1, '>') - 9) AND r24t."id" = substr(?1, instr(?1, '>') + 1) AND r24."$src" = r24s."$key" AND r24."$dst" = r24t."$key"
) END, CASE substr(?2, 1, instr(?2, ':')) WHEN 'actor:' THEN (
  SELECT json_array(0, n25."id") FROM "n_Actor" n25 WHERE n25."id" = ?2
) WHEN 'place:' THEN (
  SELECT json_array(1, n26."id") FROM "n_Place" n26 WHERE n26."id" = ?2
) WHEN 'claim:' THEN (
  SELECT json_array(2, n27."id") FROM "n_Claim" n27 WHERE n27."id" = ?2
) WHEN 'source:' THEN (
  SELECT json_array(3, n28."id") FROM "n_Source" n28 WHERE n28."id" = ?2
) WHEN 'report:' THEN (
  SELECT json_array(4, n29."id") FROM "n_Report" n29 WHERE n29."id" = ?2
) WHEN 'madeIn:' THEN (
  SELECT json_array(5, ('madeIn:' || (
    SELECT "id" FROM "n_Claim" WHERE "$key" = r30."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r30."$dst"
  ))) FROM "n_Claim" r30s CROSS JOIN "n_Report" r30t CROSS JOIN "r_MADE_IN" r30 WHERE r30s."id" = substr(?2, 8, instr(?2, '>') - 8) AND r30t."id" = substr(?2, instr(?2, '>') + 1) AND r30."$src" = r30s."$key" AND r30."$dst" = r30t."$key"
) WHEN 'event:' THEN (
  SELECT json_array(6, n31."id") FROM "n_Event" n31 WHERE n31."id" = ?2
) WHEN 'participation:' THEN (
  SELECT json_array(7, r32."id") FROM "r_PARTICIPATED_IN" r32 WHERE r32."id" = ?2
) WHEN 'partOfEvent:' THEN (
  SELECT json_array(8, ('partOfEvent:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r33."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r33."$dst"
  ))) FROM "n_Event" r33s CROSS JOIN "n_Event" r33t CROSS JOIN "r_PART_OF_EVENT" r33 WHERE r33s."id" = substr(?2, 13, instr(?2, '>') - 13) AND r33t."id" = substr(?2, instr(?2, '>') + 1) AND r33."$src" = r33s."$key" AND +r33."$dst" = r33t."$key"
) WHEN 'reportedIn:' THEN (
  SELECT json_array(9, ('reportedIn:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r34."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r34."$dst"
  ))) FROM "n_Event" r34s CROSS JOIN "n_Report" r34t CROSS JOIN "r_REPORTED_IN" r34 WHERE r34s."id" = substr(?2, 12, instr(?2, '>') - 12) AND r34t."id" = substr(?2, instr(?2, '>') + 1) AND r34."$src" = r34s."$key" AND +r34."$dst" = r34t."$key"
) WHEN 'publishedBy:' THEN (
  SELECT json_array(10, ('publishedBy:' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r35."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r35."$dst"
  ))) FROM "n_Report" r35s CROSS JOIN "n_Source" r35t CROSS JOIN "r_PUBLISHED_BY" r35 WHERE r35s."id" = substr(?2, 13, instr(?2, '>') - 13) AND r35t."id" = substr(?2, instr(?2, '>') + 1) AND r35."$src" = r35s."$key" AND r35."$dst" = r35t."$key"
) WHEN 'madeBy:' THEN (
  SELECT json_array(11, ('madeBy:' || (
    SELECT "id" FROM "n_Claim" WHERE "$key" = r36."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r36."$dst"
  ))) FROM "n_Claim" r36s CROSS JOIN "n_Source" r36t CROSS JOIN "r_MADE_BY" r36 WHERE r36s."id" = substr(?2, 8, instr(?2, '>') - 8) AND r36t."id" = substr(?2, instr(?2, '>') + 1) AND r36."$src" = r36s."$key" AND r36."$dst" = r36t."$key"
) WHEN 'partOf:' THEN (
  SELECT json_array(12, ('partOf:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r37."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r37."$dst"
  ))) FROM "n_Place" r37s CROSS JOIN "n_Place" r37t CROSS JOIN "r_PART_OF" r37 WHERE r37s."id" = substr(?2, 8, instr(?2, '>') - 8) AND r37t."id" = substr(?2, instr(?2, '>') + 1) AND r37."$src" = r37s."$key" AND r37."$dst" = r37t."$key"
) WHEN 'liesIn:' THEN (
  SELECT json_array(13, ('liesIn:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r38."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r38."$dst"
  ))) FROM "n_Place" r38s CROSS JOIN "n_Place" r38t CROSS JOIN "r_LIES_IN" r38 WHERE r38s."id" = substr(?2, 8, instr(?2, '>') - 8) AND r38t."id" = substr(?2, instr(?2, '>') + 1) AND r38."$src" = r38s."$key" AND r38."$dst" = r38t."$key"
) WHEN 'borders:' THEN (
  SELECT json_array(14, ('borders:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r39."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r39."$dst"
  ))) FROM "n_Place" r39s CROSS JOIN "n_Place" r39t CROSS JOIN "r_BORDERS" r39 WHERE r39s."id" = substr(?2, 9, instr(?2, '>') - 9) AND r39t."id" = substr(?2, instr(?2, '>') + 1) AND r39."$src" = r39s."$key" AND r39."$dst" = r39t."$key"
) WHEN 'occurredAt:' THEN (
  SELECT json_array(15, ('occurredAt:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r40."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r40."$dst"
  ))) FROM "n_Event" r40s CROSS JOIN "n_Place" r40t CROSS JOIN "r_OCCURRED_AT" r40 WHERE r40s."id" = substr(?2, 12, instr(?2, '>') - 12) AND r40t."id" = substr(?2, instr(?2, '>') + 1) AND r40."$src" = r40s."$key" AND r40."$dst" = r40t."$key"
) WHEN 'control:' THEN (
  SELECT json_array(16, r41."id") FROM "r_CONTROLS" r41 WHERE r41."id" = ?2
) WHEN 'backing:' THEN (
  SELECT json_array(17, r42."id") FROM "r_BACKS" r42 WHERE r42."id" = ?2
) WHEN 'membership:' THEN (
  SELECT json_array(18, r43."id") FROM "r_MEMBER_OF" r43 WHERE r43."id" = ?2
) WHEN 'succeeds:' THEN (
  SELECT json_array(19, ('succeeds:' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r44."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r44."$dst"
  ))) FROM "n_Actor" r44s CROSS JOIN "n_Actor" r44t CROSS JOIN "r_SUCCEEDS" r44 WHERE r44s."id" = substr(?2, 10, instr(?2, '>') - 10) AND r44t."id" = substr(?2, instr(?2, '>') + 1) AND r44."$src" = r44s."$key" AND r44."$dst" = r44t."$key"
) WHEN 'basedIn:' THEN (
  SELECT json_array(20, ('basedIn:' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r45."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r45."$dst"
  ))) FROM "n_Actor" r45s CROSS JOIN "n_Place" r45t CROSS JOIN "r_BASED_IN" r45 WHERE r45s."id" = substr(?2, 9, instr(?2, '>') - 9) AND r45t."id" = substr(?2, instr(?2, '>') + 1) AND r45."$src" = r45s."$key" AND r45."$dst" = r45t."$key"
) WHEN 'voiceOf:' THEN (
  SELECT json_array(21, ('voiceOf:' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r46."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r46."$dst"
  ))) FROM "n_Source" r46s CROSS JOIN "n_Actor" r46t CROSS JOIN "r_VOICE_OF" r46 WHERE r46s."id" = substr(?2, 9, instr(?2, '>') - 9) AND r46t."id" = substr(?2, instr(?2, '>') + 1) AND r46."$src" = r46s."$key" AND r46."$dst" = r46t."$key"
) END)
