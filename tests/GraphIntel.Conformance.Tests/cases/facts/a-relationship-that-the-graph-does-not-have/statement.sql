SELECT json_array(CASE substr(?1, 1, instr(?1, ':')) WHEN 'actor:' THEN (
  SELECT json_array(0, n1."id") FROM "n_Actor" n1 WHERE n1."id" = ?1
) WHEN 'place:' THEN (
  SELECT json_array(1, n2."id") FROM "n_Place" n2 WHERE n2."id" = ?1
) WHEN 'claim:' THEN (
  SELECT json_array(2, n3."id") FROM "n_Claim" n3 WHERE n3."id" = ?1
) WHEN 'source:' THEN (
  SELECT json_array(3, n4."id") FROM "n_Source" n4 WHERE n4."id" = ?1
) WHEN 'report:' THEN (
  SELECT json_array(4, n5."id") FROM "n_Report" n5 WHERE n5."id" = ?1
) WHEN 'madeIn:' THEN (
  SELECT json_array(5, ('madeIn:' || (
    SELECT "id" FROM "n_Claim" WHERE "$key" = r6."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r6."$dst"
  ))) FROM "n_Claim" r6s CROSS JOIN "n_Report" r6t CROSS JOIN "r_MADE_IN" r6 WHERE r6s."id" = substr(?1, 8, instr(?1, '>') - 8) AND r6t."id" = substr(?1, instr(?1, '>') + 1) AND r6."$src" = r6s."$key" AND r6."$dst" = r6t."$key"
) WHEN 'event:' THEN (
  SELECT json_array(6, n7."id") FROM "n_Event" n7 WHERE n7."id" = ?1
) WHEN 'participation:' THEN (
  SELECT json_array(7, r8."id") FROM "r_PARTICIPATED_IN" r8 WHERE r8."id" = ?1
) WHEN 'partOfEvent:' THEN (
  SELECT json_array(8, ('partOfEvent:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r9."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r9."$dst"
  ))) FROM "n_Event" r9s CROSS JOIN "n_Event" r9t CROSS JOIN "r_PART_OF_EVENT" r9 WHERE r9s."id" = substr(?1, 13, instr(?1, '>') - 13) AND r9t."id" = substr(?1, instr(?1, '>') + 1) AND r9."$src" = r9s."$key" AND +r9."$dst" = r9t."$key"
) WHEN 'reportedIn:' THEN (
  SELECT json_array(9, ('reportedIn:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r10."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r10."$dst"
  ))) FROM "n_Event" r10s CROSS JOIN "n_Report" r10t CROSS JOIN "r_REPORTED_IN" r10 WHERE r10s."id" = substr(?1, 12, instr(?1, '>') - 12) AND r10t."id" = substr(?1, instr(?1, '>') + 1) AND r10."$src" = r10s."$key" AND +r10."$dst" = r10t."$key"
) WHEN 'publishedBy:' THEN (
  SELECT json_array(10, ('publishedBy:' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r11."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r11."$dst"
  ))) FROM "n_Report" r11s CROSS JOIN "n_Source" r11t CROSS JOIN "r_PUBLISHED_BY" r11 WHERE r11s."id" = substr(?1, 13, instr(?1, '>') - 13) AND r11t."id" = substr(?1, instr(?1, '>') + 1) AND r11."$src" = r11s."$key" AND r11."$dst" = r11t."$key"
) WHEN 'madeBy:' THEN (
  SELECT json_array(11, ('madeBy:' || (
    SELECT "id" FROM "n_Claim" WHERE "$key" = r12."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r12."$dst"
  ))) FROM "n_Claim" r12s CROSS JOIN "n_Source" r12t CROSS JOIN "r_MADE_BY" r12 WHERE r12s."id" = substr(?1, 8, instr(?1, '>') - 8) AND r12t."id" = substr(?1, instr(?1, '>') + 1) AND r12."$src" = r12s."$key" AND r12."$dst" = r12t."$key"
) WHEN 'partOf:' THEN (
  SELECT json_array(12, ('partOf:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r13."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r13."$dst"
  ))) FROM "n_Place" r13s CROSS JOIN "n_Place" r13t CROSS JOIN "r_PART_OF" r13 WHERE r13s."id" = substr(?1, 8, instr(?1, '>') - 8) AND r13t."id" = substr(?1, instr(?1, '>') + 1) AND r13."$src" = r13s."$key" AND r13."$dst" = r13t."$key"
) WHEN 'liesIn:' THEN (
  SELECT json_array(13, ('liesIn:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r14."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r14."$dst"
  ))) FROM "n_Place" r14s CROSS JOIN "n_Place" r14t CROSS JOIN "r_LIES_IN" r14 WHERE r14s."id" = substr(?1, 8, instr(?1, '>') - 8) AND r14t."id" = substr(?1, instr(?1, '>') + 1) AND r14."$src" = r14s."$key" AND r14."$dst" = r14t."$key"
) WHEN 'borders:' THEN (
  SELECT json_array(14, ('borders:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r15."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r15."$dst"
  ))) FROM "n_Place" r15s CROSS JOIN "n_Place" r15t CROSS JOIN "r_BORDERS" r15 WHERE r15s."id" = substr(?1, 9, instr(?1, '>') - 9) AND r15t."id" = substr(?1, instr(?1, '>') + 1) AND r15."$src" = r15s."$key" AND r15."$dst" = r15t."$key"
) WHEN 'occurredAt:' THEN (
  SELECT json_array(15, ('occurredAt:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r16."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r16."$dst"
  ))) FROM "n_Event" r16s CROSS JOIN "n_Place" r16t CROSS JOIN "r_OCCURRED_AT" r16 WHERE r16s."id" = substr(?1, 12, instr(?1, '>') - 12) AND r16t."id" = substr(?1, instr(?1, '>') + 1) AND r16."$src" = r16s."$key" AND r16."$dst" = r16t."$key"
) WHEN 'control:' THEN (
  SELECT json_array(16, r17."id") FROM "r_CONTROLS" r17 WHERE r17."id" = ?1
) WHEN 'backing:' THEN (
  SELECT json_array(17, r18."id") FROM "r_BACKS" r18 WHERE r18."id" = ?1
) WHEN 'membership:' THEN (
  SELECT json_array(18, r19."id") FROM "r_MEMBER_OF" r19 WHERE r19."id" = ?1
) WHEN 'succeeds:' THEN (
  SELECT json_array(19, ('succeeds:' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r20."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r20."$dst"
  ))) FROM "n_Actor" r20s CROSS JOIN "n_Actor" r20t CROSS JOIN "r_SUCCEEDS" r20 WHERE r20s."id" = substr(?1, 10, instr(?1, '>') - 10) AND r20t."id" = substr(?1, instr(?1, '>') + 1) AND r20."$src" = r20s."$key" AND r20."$dst" = r20t."$key"
) WHEN 'basedIn:' THEN (
  SELECT json_array(20, ('basedIn:' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r21."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r21."$dst"
  ))) FROM "n_Actor" r21s CROSS JOIN "n_Place" r21t CROSS JOIN "r_BASED_IN" r21 WHERE r21s."id" = substr(?1, 9, instr(?1, '>') - 9) AND r21t."id" = substr(?1, instr(?1, '>') + 1) AND r21."$src" = r21s."$key" AND r21."$dst" = r21t."$key"
) WHEN 'voiceOf:' THEN (
  SELECT json_array(21, ('voiceOf:' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r22."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r22."$dst"
  ))) FROM "n_Source" r22s CROSS JOIN "n_Actor" r22t CROSS JOIN "r_VOICE_OF" r22 WHERE r22s."id" = substr(?1, 9, instr(?1, '>') - 9) AND r22t."id" = substr(?1, instr(?1, '>') + 1) AND r22."$src" = r22s."$key" AND r22."$dst" = r22t."$key"
) END, CASE substr(?2, 1, instr(?2, ':')) WHEN 'actor:' THEN (
  SELECT json_array(0, n23."id") FROM "n_Actor" n23 WHERE n23."id" = ?2
) WHEN 'place:' THEN (
  SELECT json_array(1, n24."id") FROM "n_Place" n24 WHERE n24."id" = ?2
) WHEN 'claim:' THEN (
  SELECT json_array(2, n25."id") FROM "n_Claim" n25 WHERE n25."id" = ?2
) WHEN 'source:' THEN (
  SELECT json_array(3, n26."id") FROM "n_Source" n26 WHERE n26."id" = ?2
) WHEN 'report:' THEN (
  SELECT json_array(4, n27."id") FROM "n_Report" n27 WHERE n27."id" = ?2
) WHEN 'madeIn:' THEN (
  SELECT json_array(5, ('madeIn:' || (
    SELECT "id" FROM "n_Claim" WHERE "$key" = r28."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r28."$dst"
  ))) FROM "n_Claim" r28s CROSS JOIN "n_Report" r28t CROSS JOIN "r_MADE_IN" r28 WHERE r28s."id" = substr(?2, 8, instr(?2, '>') - 8) AND r28t."id" = substr(?2, instr(?2, '>') + 1) AND r28."$src" = r28s."$key" AND r28."$dst" = r28t."$key"
) WHEN 'event:' THEN (
  SELECT json_array(6, n29."id") FROM "n_Event" n29 WHERE n29."id" = ?2
) WHEN 'participation:' THEN (
  SELECT json_array(7, r30."id") FROM "r_PARTICIPATED_IN" r30 WHERE r30."id" = ?2
) WHEN 'partOfEvent:' THEN (
  SELECT json_array(8, ('partOfEvent:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r31."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r31."$dst"
  ))) FROM "n_Event" r31s CROSS JOIN "n_Event" r31t CROSS JOIN "r_PART_OF_EVENT" r31 WHERE r31s."id" = substr(?2, 13, instr(?2, '>') - 13) AND r31t."id" = substr(?2, instr(?2, '>') + 1) AND r31."$src" = r31s."$key" AND +r31."$dst" = r31t."$key"
) WHEN 'reportedIn:' THEN (
  SELECT json_array(9, ('reportedIn:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r32."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r32."$dst"
  ))) FROM "n_Event" r32s CROSS JOIN "n_Report" r32t CROSS JOIN "r_REPORTED_IN" r32 WHERE r32s."id" = substr(?2, 12, instr(?2, '>') - 12) AND r32t."id" = substr(?2, instr(?2, '>') + 1) AND r32."$src" = r32s."$key" AND +r32."$dst" = r32t."$key"
) WHEN 'publishedBy:' THEN (
  SELECT json_array(10, ('publishedBy:' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r33."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r33."$dst"
  ))) FROM "n_Report" r33s CROSS JOIN "n_Source" r33t CROSS JOIN "r_PUBLISHED_BY" r33 WHERE r33s."id" = substr(?2, 13, instr(?2, '>') - 13) AND r33t."id" = substr(?2, instr(?2, '>') + 1) AND r33."$src" = r33s."$key" AND r33."$dst" = r33t."$key"
) WHEN 'madeBy:' THEN (
  SELECT json_array(11, ('madeBy:' || (
    SELECT "id" FROM "n_Claim" WHERE "$key" = r34."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r34."$dst"
  ))) FROM "n_Claim" r34s CROSS JOIN "n_Source" r34t CROSS JOIN "r_MADE_BY" r34 WHERE r34s."id" = substr(?2, 8, instr(?2, '>') - 8) AND r34t."id" = substr(?2, instr(?2, '>') + 1) AND r34."$src" = r34s."$key" AND r34."$dst" = r34t."$key"
) WHEN 'partOf:' THEN (
  SELECT json_array(12, ('partOf:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r35."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r35."$dst"
  ))) FROM "n_Place" r35s CROSS JOIN "n_Place" r35t CROSS JOIN "r_PART_OF" r35 WHERE r35s."id" = substr(?2, 8, instr(?2, '>') - 8) AND r35t."id" = substr(?2, instr(?2, '>') + 1) AND r35."$src" = r35s."$key" AND r35."$dst" = r35t."$key"
) WHEN 'liesIn:' THEN (
  SELECT json_array(13, ('liesIn:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r36."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r36."$dst"
  ))) FROM "n_Place" r36s CROSS JOIN "n_Place" r36t CROSS JOIN "r_LIES_IN" r36 WHERE r36s."id" = substr(?2, 8, instr(?2, '>') - 8) AND r36t."id" = substr(?2, instr(?2, '>') + 1) AND r36."$src" = r36s."$key" AND r36."$dst" = r36t."$key"
) WHEN 'borders:' THEN (
  SELECT json_array(14, ('borders:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r37."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r37."$dst"
  ))) FROM "n_Place" r37s CROSS JOIN "n_Place" r37t CROSS JOIN "r_BORDERS" r37 WHERE r37s."id" = substr(?2, 9, instr(?2, '>') - 9) AND r37t."id" = substr(?2, instr(?2, '>') + 1) AND r37."$src" = r37s."$key" AND r37."$dst" = r37t."$key"
) WHEN 'occurredAt:' THEN (
  SELECT json_array(15, ('occurredAt:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r38."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r38."$dst"
  ))) FROM "n_Event" r38s CROSS JOIN "n_Place" r38t CROSS JOIN "r_OCCURRED_AT" r38 WHERE r38s."id" = substr(?2, 12, instr(?2, '>') - 12) AND r38t."id" = substr(?2, instr(?2, '>') + 1) AND r38."$src" = r38s."$key" AND r38."$dst" = r38t."$key"
) WHEN 'control:' THEN (
  SELECT json_array(16, r39."id") FROM "r_CONTROLS" r39 WHERE r39."id" = ?2
) WHEN 'backing:' THEN (
  SELECT json_array(17, r40."id") FROM "r_BACKS" r40 WHERE r40."id" = ?2
) WHEN 'membership:' THEN (
  SELECT json_array(18, r41."id") FROM "r_MEMBER_OF" r41 WHERE r41."id" = ?2
) WHEN 'succeeds:' THEN (
  SELECT json_array(19, ('succeeds:' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r42."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r42."$dst"
  ))) FROM "n_Actor" r42s CROSS JOIN "n_Actor" r42t CROSS JOIN "r_SUCCEEDS" r42 WHERE r42s."id" = substr(?2, 10, instr(?2, '>') - 10) AND r42t."id" = substr(?2, instr(?2, '>') + 1) AND r42."$src" = r42s."$key" AND r42."$dst" = r42t."$key"
) WHEN 'basedIn:' THEN (
  SELECT json_array(20, ('basedIn:' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r43."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r43."$dst"
  ))) FROM "n_Actor" r43s CROSS JOIN "n_Place" r43t CROSS JOIN "r_BASED_IN" r43 WHERE r43s."id" = substr(?2, 9, instr(?2, '>') - 9) AND r43t."id" = substr(?2, instr(?2, '>') + 1) AND r43."$src" = r43s."$key" AND r43."$dst" = r43t."$key"
) WHEN 'voiceOf:' THEN (
  SELECT json_array(21, ('voiceOf:' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r44."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r44."$dst"
  ))) FROM "n_Source" r44s CROSS JOIN "n_Actor" r44t CROSS JOIN "r_VOICE_OF" r44 WHERE r44s."id" = substr(?2, 9, instr(?2, '>') - 9) AND r44t."id" = substr(?2, instr(?2, '>') + 1) AND r44."$src" = r44s."$key" AND r44."$dst" = r44t."$key"
) END, CASE substr(?3, 1, instr(?3, ':')) WHEN 'actor:' THEN (
  SELECT json_array(0, n45."id") FROM "n_Actor" n45 WHERE n45."id" = ?3
) WHEN 'place:' THEN (
  SELECT json_array(1, n46."id") FROM "n_Place" n46 WHERE n46."id" = ?3
) WHEN 'claim:' THEN (
  SELECT json_array(2, n47."id") FROM "n_Claim" n47 WHERE n47."id" = ?3
) WHEN 'source:' THEN (
  SELECT json_array(3, n48."id") FROM "n_Source" n48 WHERE n48."id" = ?3
) WHEN 'report:' THEN (
  SELECT json_array(4, n49."id") FROM "n_Report" n49 WHERE n49."id" = ?3
) WHEN 'madeIn:' THEN (
  SELECT json_array(5, ('madeIn:' || (
    SELECT "id" FROM "n_Claim" WHERE "$key" = r50."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r50."$dst"
  ))) FROM "n_Claim" r50s CROSS JOIN "n_Report" r50t CROSS JOIN "r_MADE_IN" r50 WHERE r50s."id" = substr(?3, 8, instr(?3, '>') - 8) AND r50t."id" = substr(?3, instr(?3, '>') + 1) AND r50."$src" = r50s."$key" AND r50."$dst" = r50t."$key"
) WHEN 'event:' THEN (
  SELECT json_array(6, n51."id") FROM "n_Event" n51 WHERE n51."id" = ?3
) WHEN 'participation:' THEN (
  SELECT json_array(7, r52."id") FROM "r_PARTICIPATED_IN" r52 WHERE r52."id" = ?3
) WHEN 'partOfEvent:' THEN (
  SELECT json_array(8, ('partOfEvent:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r53."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r53."$dst"
  ))) FROM "n_Event" r53s CROSS JOIN "n_Event" r53t CROSS JOIN "r_PART_OF_EVENT" r53 WHERE r53s."id" = substr(?3, 13, instr(?3, '>') - 13) AND r53t."id" = substr(?3, instr(?3, '>') + 1) AND r53."$src" = r53s."$key" AND +r53."$dst" = r53t."$key"
) WHEN 'reportedIn:' THEN (
  SELECT json_array(9, ('reportedIn:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r54."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r54."$dst"
  ))) FROM "n_Event" r54s CROSS JOIN "n_Report" r54t CROSS JOIN "r_REPORTED_IN" r54 WHERE r54s."id" = substr(?3, 12, instr(?3, '>') - 12) AND r54t."id" = substr(?3, instr(?3, '>') + 1) AND r54."$src" = r54s."$key" AND +r54."$dst" = r54t."$key"
) WHEN 'publishedBy:' THEN (
  SELECT json_array(10, ('publishedBy:' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r55."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r55."$dst"
  ))) FROM "n_Report" r55s CROSS JOIN "n_Source" r55t CROSS JOIN "r_PUBLISHED_BY" r55 WHERE r55s."id" = substr(?3, 13, instr(?3, '>') - 13) AND r55t."id" = substr(?3, instr(?3, '>') + 1) AND r55."$src" = r55s."$key" AND r55."$dst" = r55t."$key"
) WHEN 'madeBy:' THEN (
  SELECT json_array(11, ('madeBy:' || (
    SELECT "id" FROM "n_Claim" WHERE "$key" = r56."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r56."$dst"
  ))) FROM "n_Claim" r56s CROSS JOIN "n_Source" r56t CROSS JOIN "r_MADE_BY" r56 WHERE r56s."id" = substr(?3, 8, instr(?3, '>') - 8) AND r56t."id" = substr(?3, instr(?3, '>') + 1) AND r56."$src" = r56s."$key" AND r56."$dst" = r56t."$key"
) WHEN 'partOf:' THEN (
  SELECT json_array(12, ('partOf:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r57."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r57."$dst"
  ))) FROM "n_Place" r57s CROSS JOIN "n_Place" r57t CROSS JOIN "r_PART_OF" r57 WHERE r57s."id" = substr(?3, 8, instr(?3, '>') - 8) AND r57t."id" = substr(?3, instr(?3, '>') + 1) AND r57."$src" = r57s."$key" AND r57."$dst" = r57t."$key"
) WHEN 'liesIn:' THEN (
  SELECT json_array(13, ('liesIn:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r58."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r58."$dst"
  ))) FROM "n_Place" r58s CROSS JOIN "n_Place" r58t CROSS JOIN "r_LIES_IN" r58 WHERE r58s."id" = substr(?3, 8, instr(?3, '>') - 8) AND r58t."id" = substr(?3, instr(?3, '>') + 1) AND r58."$src" = r58s."$key" AND r58."$dst" = r58t."$key"
) WHEN 'borders:' THEN (
  SELECT json_array(14, ('borders:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r59."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r59."$dst"
  ))) FROM "n_Place" r59s CROSS JOIN "n_Place" r59t CROSS JOIN "r_BORDERS" r59 WHERE r59s."id" = substr(?3, 9, instr(?3, '>') - 9) AND r59t."id" = substr(?3, instr(?3, '>') + 1) AND r59."$src" = r59s."$key" AND r59."$dst" = r59t."$key"
) WHEN 'occurredAt:' THEN (
  SELECT json_array(15, ('occurredAt:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r60."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r60."$dst"
  ))) FROM "n_Event" r60s CROSS JOIN "n_Place" r60t CROSS JOIN "r_OCCURRED_AT" r60 WHERE r60s."id" = substr(?3, 12, instr(?3, '>') - 12) AND r60t."id" = substr(?3, instr(?3, '>') + 1) AND r60."$src" = r60s."$key" AND r60."$dst" = r60t."$key"
) WHEN 'control:' THEN (
  SELECT json_array(16, r61."id") FROM "r_CONTROLS" r61 WHERE r61."id" = ?3
) WHEN 'backing:' THEN (
  SELECT json_array(17, r62."id") FROM "r_BACKS" r62 WHERE r62."id" = ?3
) WHEN 'membership:' THEN (
  SELECT json_array(18, r63."id") FROM "r_MEMBER_OF" r63 WHERE r63."id" = ?3
) WHEN 'succeeds:' THEN (
  SELECT json_array(19, ('succeeds:' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r64."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r64."$dst"
  ))) FROM "n_Actor" r64s CROSS JOIN "n_Actor" r64t CROSS JOIN "r_SUCCEEDS" r64 WHERE r64s."id" = substr(?3, 10, instr(?3, '>') - 10) AND r64t."id" = substr(?3, instr(?3, '>') + 1) AND r64."$src" = r64s."$key" AND r64."$dst" = r64t."$key"
) WHEN 'basedIn:' THEN (
  SELECT json_array(20, ('basedIn:' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r65."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r65."$dst"
  ))) FROM "n_Actor" r65s CROSS JOIN "n_Place" r65t CROSS JOIN "r_BASED_IN" r65 WHERE r65s."id" = substr(?3, 9, instr(?3, '>') - 9) AND r65t."id" = substr(?3, instr(?3, '>') + 1) AND r65."$src" = r65s."$key" AND r65."$dst" = r65t."$key"
) WHEN 'voiceOf:' THEN (
  SELECT json_array(21, ('voiceOf:' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r66."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r66."$dst"
  ))) FROM "n_Source" r66s CROSS JOIN "n_Actor" r66t CROSS JOIN "r_VOICE_OF" r66 WHERE r66s."id" = substr(?3, 9, instr(?3, '>') - 9) AND r66t."id" = substr(?3, instr(?3, '>') + 1) AND r66."$src" = r66s."$key" AND r66."$dst" = r66t."$key"
) END, CASE substr(?4, 1, instr(?4, ':')) WHEN 'actor:' THEN (
  SELECT json_array(0, n67."id") FROM "n_Actor" n67 WHERE n67."id" = ?4
) WHEN 'place:' THEN (
  SELECT json_array(1, n68."id") FROM "n_Place" n68 WHERE n68."id" = ?4
) WHEN 'claim:' THEN (
  SELECT json_array(2, n69."id") FROM "n_Claim" n69 WHERE n69."id" = ?4
) WHEN 'source:' THEN (
  SELECT json_array(3, n70."id") FROM "n_Source" n70 WHERE n70."id" = ?4
) WHEN 'report:' THEN (
  SELECT json_array(4, n71."id") FROM "n_Report" n71 WHERE n71."id" = ?4
) WHEN 'madeIn:' THEN (
  SELECT json_array(5, ('madeIn:' || (
    SELECT "id" FROM "n_Claim" WHERE "$key" = r72."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r72."$dst"
  ))) FROM "n_Claim" r72s CROSS JOIN "n_Report" r72t CROSS JOIN "r_MADE_IN" r72 WHERE r72s."id" = substr(?4, 8, instr(?4, '>') - 8) AND r72t."id" = substr(?4, instr(?4, '>') + 1) AND r72."$src" = r72s."$key" AND r72."$dst" = r72t."$key"
) WHEN 'event:' THEN (
  SELECT json_array(6, n73."id") FROM "n_Event" n73 WHERE n73."id" = ?4
) WHEN 'participation:' THEN (
  SELECT json_array(7, r74."id") FROM "r_PARTICIPATED_IN" r74 WHERE r74."id" = ?4
) WHEN 'partOfEvent:' THEN (
  SELECT json_array(8, ('partOfEvent:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r75."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r75."$dst"
  ))) FROM "n_Event" r75s CROSS JOIN "n_Event" r75t CROSS JOIN "r_PART_OF_EVENT" r75 WHERE r75s."id" = substr(?4, 13, instr(?4, '>') - 13) AND r75t."id" = substr(?4, instr(?4, '>') + 1) AND r75."$src" = r75s."$key" AND +r75."$dst" = r75t."$key"
) WHEN 'reportedIn:' THEN (
  SELECT json_array(9, ('reportedIn:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r76."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r76."$dst"
  ))) FROM "n_Event" r76s CROSS JOIN "n_Report" r76t CROSS JOIN "r_REPORTED_IN" r76 WHERE r76s."id" = substr(?4, 12, instr(?4, '>') - 12) AND r76t."id" = substr(?4, instr(?4, '>') + 1) AND r76."$src" = r76s."$key" AND +r76."$dst" = r76t."$key"
) WHEN 'publishedBy:' THEN (
  SELECT json_array(10, ('publishedBy:' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r77."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r77."$dst"
  ))) FROM "n_Report" r77s CROSS JOIN "n_Source" r77t CROSS JOIN "r_PUBLISHED_BY" r77 WHERE r77s."id" = substr(?4, 13, instr(?4, '>') - 13) AND r77t."id" = substr(?4, instr(?4, '>') + 1) AND r77."$src" = r77s."$key" AND r77."$dst" = r77t."$key"
) WHEN 'madeBy:' THEN (
  SELECT json_array(11, ('madeBy:' || (
    SELECT "id" FROM "n_Claim" WHERE "$key" = r78."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r78."$dst"
  ))) FROM "n_Claim" r78s CROSS JOIN "n_Source" r78t CROSS JOIN "r_MADE_BY" r78 WHERE r78s."id" = substr(?4, 8, instr(?4, '>') - 8) AND r78t."id" = substr(?4, instr(?4, '>') + 1) AND r78."$src" = r78s."$key" AND r78."$dst" = r78t."$key"
) WHEN 'partOf:' THEN (
  SELECT json_array(12, ('partOf:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r79."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r79."$dst"
  ))) FROM "n_Place" r79s CROSS JOIN "n_Place" r79t CROSS JOIN "r_PART_OF" r79 WHERE r79s."id" = substr(?4, 8, instr(?4, '>') - 8) AND r79t."id" = substr(?4, instr(?4, '>') + 1) AND r79."$src" = r79s."$key" AND r79."$dst" = r79t."$key"
) WHEN 'liesIn:' THEN (
  SELECT json_array(13, ('liesIn:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r80."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r80."$dst"
  ))) FROM "n_Place" r80s CROSS JOIN "n_Place" r80t CROSS JOIN "r_LIES_IN" r80 WHERE r80s."id" = substr(?4, 8, instr(?4, '>') - 8) AND r80t."id" = substr(?4, instr(?4, '>') + 1) AND r80."$src" = r80s."$key" AND r80."$dst" = r80t."$key"
) WHEN 'borders:' THEN (
  SELECT json_array(14, ('borders:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r81."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r81."$dst"
  ))) FROM "n_Place" r81s CROSS JOIN "n_Place" r81t CROSS JOIN "r_BORDERS" r81 WHERE r81s."id" = substr(?4, 9, instr(?4, '>') - 9) AND r81t."id" = substr(?4, instr(?4, '>') + 1) AND r81."$src" = r81s."$key" AND r81."$dst" = r81t."$key"
) WHEN 'occurredAt:' THEN (
  SELECT json_array(15, ('occurredAt:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r82."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r82."$dst"
  ))) FROM "n_Event" r82s CROSS JOIN "n_Place" r82t CROSS JOIN "r_OCCURRED_AT" r82 WHERE r82s."id" = substr(?4, 12, instr(?4, '>') - 12) AND r82t."id" = substr(?4, instr(?4, '>') + 1) AND r82."$src" = r82s."$key" AND r82."$dst" = r82t."$key"
) WHEN 'control:' THEN (
  SELECT json_array(16, r83."id") FROM "r_CONTROLS" r83 WHERE r83."id" = ?4
) WHEN 'backing:' THEN (
  SELECT json_array(17, r84."id") FROM "r_BACKS" r84 WHERE r84."id" = ?4
) WHEN 'membership:' THEN (
  SELECT json_array(18, r85."id") FROM "r_MEMBER_OF" r85 WHERE r85."id" = ?4
) WHEN 'succeeds:' THEN (
  SELECT json_array(19, ('succeeds:' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r86."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r86."$dst"
  ))) FROM "n_Actor" r86s CROSS JOIN "n_Actor" r86t CROSS JOIN "r_SUCCEEDS" r86 WHERE r86s."id" = substr(?4, 10, instr(?4, '>') - 10) AND r86t."id" = substr(?4, instr(?4, '>') + 1) AND r86."$src" = r86s."$key" AND r86."$dst" = r86t."$key"
) WHEN 'basedIn:' THEN (
  SELECT json_array(20, ('basedIn:' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r87."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r87."$dst"
  ))) FROM "n_Actor" r87s CROSS JOIN "n_Place" r87t CROSS JOIN "r_BASED_IN" r87 WHERE r87s."id" = substr(?4, 9, instr(?4, '>') - 9) AND r87t."id" = substr(?4, instr(?4, '>') + 1) AND r87."$src" = r87s."$key" AND r87."$dst" = r87t."$key"
) WHEN 'voiceOf:' THEN (
  SELECT json_array(21, ('voiceOf:' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r88."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r88."$dst"
  ))) FROM "n_Source" r88s CROSS JOIN "n_Actor" r88t CROSS JOIN "r_VOICE_OF" r88 WHERE r88s."id" = substr(?4, 9, instr(?4, '>') - 9) AND r88t."id" = substr(?4, instr(?4, '>') + 1) AND r88."$src" = r88s."$key" AND r88."$dst" = r88t."$key"
) END, CASE substr(?5, 1, instr(?5, ':')) WHEN 'actor:' THEN (
  SELECT json_array(0, n89."id") FROM "n_Actor" n89 WHERE n89."id" = ?5
) WHEN 'place:' THEN (
  SELECT json_array(1, n90."id") FROM "n_Place" n90 WHERE n90."id" = ?5
) WHEN 'claim:' THEN (
  SELECT json_array(2, n91."id") FROM "n_Claim" n91 WHERE n91."id" = ?5
) WHEN 'source:' THEN (
  SELECT json_array(3, n92."id") FROM "n_Source" n92 WHERE n92."id" = ?5
) WHEN 'report:' THEN (
  SELECT json_array(4, n93."id") FROM "n_Report" n93 WHERE n93."id" = ?5
) WHEN 'madeIn:' THEN (
  SELECT json_array(5, ('madeIn:' || (
    SELECT "id" FROM "n_Claim" WHERE "$key" = r94."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r94."$dst"
  ))) FROM "n_Claim" r94s CROSS JOIN "n_Report" r94t CROSS JOIN "r_MADE_IN" r94 WHERE r94s."id" = substr(?5, 8, instr(?5, '>') - 8) AND r94t."id" = substr(?5, instr(?5, '>') + 1) AND r94."$src" = r94s."$key" AND r94."$dst" = r94t."$key"
) WHEN 'event:' THEN (
  SELECT json_array(6, n95."id") FROM "n_Event" n95 WHERE n95."id" = ?5
) WHEN 'participation:' THEN (
  SELECT json_array(7, r96."id") FROM "r_PARTICIPATED_IN" r96 WHERE r96."id" = ?5
) WHEN 'partOfEvent:' THEN (
  SELECT json_array(8, ('partOfEvent:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r97."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r97."$dst"
  ))) FROM "n_Event" r97s CROSS JOIN "n_Event" r97t CROSS JOIN "r_PART_OF_EVENT" r97 WHERE r97s."id" = substr(?5, 13, instr(?5, '>') - 13) AND r97t."id" = substr(?5, instr(?5, '>') + 1) AND r97."$src" = r97s."$key" AND +r97."$dst" = r97t."$key"
) WHEN 'reportedIn:' THEN (
  SELECT json_array(9, ('reportedIn:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r98."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r98."$dst"
  ))) FROM "n_Event" r98s CROSS JOIN "n_Report" r98t CROSS JOIN "r_REPORTED_IN" r98 WHERE r98s."id" = substr(?5, 12, instr(?5, '>') - 12) AND r98t."id" = substr(?5, instr(?5, '>') + 1) AND r98."$src" = r98s."$key" AND +r98."$dst" = r98t."$key"
) WHEN 'publishedBy:' THEN (
  SELECT json_array(10, ('publishedBy:' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r99."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r99."$dst"
  ))) FROM "n_Report" r99s CROSS JOIN "n_Source" r99t CROSS JOIN "r_PUBLISHED_BY" r99 WHERE r99s."id" = substr(?5, 13, instr(?5, '>') - 13) AND r99t."id" = substr(?5, instr(?5, '>') + 1) AND r99."$src" = r99s."$key" AND r99."$dst" = r99t."$key"
) WHEN 'madeBy:' THEN (
  SELECT json_array(11, ('madeBy:' || (
    SELECT "id" FROM "n_Claim" WHERE "$key" = r100."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r100."$dst"
  ))) FROM "n_Claim" r100s CROSS JOIN "n_Source" r100t CROSS JOIN "r_MADE_BY" r100 WHERE r100s."id" = substr(?5, 8, instr(?5, '>') - 8) AND r100t."id" = substr(?5, instr(?5, '>') + 1) AND r100."$src" = r100s."$key" AND r100."$dst" = r100t."$key"
) WHEN 'partOf:' THEN (
  SELECT json_array(12, ('partOf:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r101."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r101."$dst"
  ))) FROM "n_Place" r101s CROSS JOIN "n_Place" r101t CROSS JOIN "r_PART_OF" r101 WHERE r101s."id" = substr(?5, 8, instr(?5, '>') - 8) AND r101t."id" = substr(?5, instr(?5, '>') + 1) AND r101."$src" = r101s."$key" AND r101."$dst" = r101t."$key"
) WHEN 'liesIn:' THEN (
  SELECT json_array(13, ('liesIn:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r102."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r102."$dst"
  ))) FROM "n_Place" r102s CROSS JOIN "n_Place" r102t CROSS JOIN "r_LIES_IN" r102 WHERE r102s."id" = substr(?5, 8, instr(?5, '>') - 8) AND r102t."id" = substr(?5, instr(?5, '>') + 1) AND r102."$src" = r102s."$key" AND r102."$dst" = r102t."$key"
) WHEN 'borders:' THEN (
  SELECT json_array(14, ('borders:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r103."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r103."$dst"
  ))) FROM "n_Place" r103s CROSS JOIN "n_Place" r103t CROSS JOIN "r_BORDERS" r103 WHERE r103s."id" = substr(?5, 9, instr(?5, '>') - 9) AND r103t."id" = substr(?5, instr(?5, '>') + 1) AND r103."$src" = r103s."$key" AND r103."$dst" = r103t."$key"
) WHEN 'occurredAt:' THEN (
  SELECT json_array(15, ('occurredAt:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r104."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r104."$dst"
  ))) FROM "n_Event" r104s CROSS JOIN "n_Place" r104t CROSS JOIN "r_OCCURRED_AT" r104 WHERE r104s."id" = substr(?5, 12, instr(?5, '>') - 12) AND r104t."id" = substr(?5, instr(?5, '>') + 1) AND r104."$src" = r104s."$key" AND r104."$dst" = r104t."$key"
) WHEN 'control:' THEN (
  SELECT json_array(16, r105."id") FROM "r_CONTROLS" r105 WHERE r105."id" = ?5
) WHEN 'backing:' THEN (
  SELECT json_array(17, r106."id") FROM "r_BACKS" r106 WHERE r106."id" = ?5
) WHEN 'membership:' THEN (
  SELECT json_array(18, r107."id") FROM "r_MEMBER_OF" r107 WHERE r107."id" = ?5
) WHEN 'succeeds:' THEN (
  SELECT json_array(19, ('succeeds:' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r108."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r108."$dst"
  ))) FROM "n_Actor" r108s CROSS JOIN "n_Actor" r108t CROSS JOIN "r_SUCCEEDS" r108 WHERE r108s."id" = substr(?5, 10, instr(?5, '>') - 10) AND r108t."id" = substr(?5, instr(?5, '>') + 1) AND r108."$src" = r108s."$key" AND r108."$dst" = r108t."$key"
) WHEN 'basedIn:' THEN (
  SELECT json_array(20, ('basedIn:' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r109."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r109."$dst"
  ))) FROM "n_Actor" r109s CROSS JOIN "n_Place" r109t CROSS JOIN "r_BASED_IN" r109 WHERE r109s."id" = substr(?5, 9, instr(?5, '>') - 9) AND r109t."id" = substr(?5, instr(?5, '>') + 1) AND r109."$src" = r109s."$key" AND r109."$dst" = r109t."$key"
) WHEN 'voiceOf:' THEN (
  SELECT json_array(21, ('voiceOf:' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r110."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r110."$dst"
  ))) FROM "n_Source" r110s CROSS JOIN "n_Actor" r110t CROSS JOIN "r_VOICE_OF" r110 WHERE r110s."id" = substr(?5, 9, instr(?5, '>') - 9) AND r110t."id" = substr(?5, instr(?5, '>') + 1) AND r110."$src" = r110s."$key" AND r110."$dst" = r110t."$key"
) END, CASE substr(?6, 1, instr(?6, ':')) WHEN 'actor:' THEN (
  SELECT json_array(0, n111."id") FROM "n_Actor" n111 WHERE n111."id" = ?6
) WHEN 'place:' THEN (
  SELECT json_array(1, n112."id") FROM "n_Place" n112 WHERE n112."id" = ?6
) WHEN 'claim:' THEN (
  SELECT json_array(2, n113."id") FROM "n_Claim" n113 WHERE n113."id" = ?6
) WHEN 'source:' THEN (
  SELECT json_array(3, n114."id") FROM "n_Source" n114 WHERE n114."id" = ?6
) WHEN 'report:' THEN (
  SELECT json_array(4, n115."id") FROM "n_Report" n115 WHERE n115."id" = ?6
) WHEN 'madeIn:' THEN (
  SELECT json_array(5, ('madeIn:' || (
    SELECT "id" FROM "n_Claim" WHERE "$key" = r116."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r116."$dst"
  ))) FROM "n_Claim" r116s CROSS JOIN "n_Report" r116t CROSS JOIN "r_MADE_IN" r116 WHERE r116s."id" = substr(?6, 8, instr(?6, '>') - 8) AND r116t."id" = substr(?6, instr(?6, '>') + 1) AND r116."$src" = r116s."$key" AND r116."$dst" = r116t."$key"
) WHEN 'event:' THEN (
  SELECT json_array(6, n117."id") FROM "n_Event" n117 WHERE n117."id" = ?6
) WHEN 'participation:' THEN (
  SELECT json_array(7, r118."id") FROM "r_PARTICIPATED_IN" r118 WHERE r118."id" = ?6
) WHEN 'partOfEvent:' THEN (
  SELECT json_array(8, ('partOfEvent:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r119."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r119."$dst"
  ))) FROM "n_Event" r119s CROSS JOIN "n_Event" r119t CROSS JOIN "r_PART_OF_EVENT" r119 WHERE r119s."id" = substr(?6, 13, instr(?6, '>') - 13) AND r119t."id" = substr(?6, instr(?6, '>') + 1) AND r119."$src" = r119s."$key" AND +r119."$dst" = r119t."$key"
) WHEN 'reportedIn:' THEN (
  SELECT json_array(9, ('reportedIn:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r120."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r120."$dst"
  ))) FROM "n_Event" r120s CROSS JOIN "n_Report" r120t CROSS JOIN "r_REPORTED_IN" r120 WHERE r120s."id" = substr(?6, 12, instr(?6, '>') - 12) AND r120t."id" = substr(?6, instr(?6, '>') + 1) AND r120."$src" = r120s."$key" AND +r120."$dst" = r120t."$key"
) WHEN 'publishedBy:' THEN (
  SELECT json_array(10, ('publishedBy:' || (
    SELECT "id" FROM "n_Report" WHERE "$key" = r121."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r121."$dst"
  ))) FROM "n_Report" r121s CROSS JOIN "n_Source" r121t CROSS JOIN "r_PUBLISHED_BY" r121 WHERE r121s."id" = substr(?6, 13, instr(?6, '>') - 13) AND r121t."id" = substr(?6, instr(?6, '>') + 1) AND r121."$src" = r121s."$key" AND r121."$dst" = r121t."$key"
) WHEN 'madeBy:' THEN (
  SELECT json_array(11, ('madeBy:' || (
    SELECT "id" FROM "n_Claim" WHERE "$key" = r122."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r122."$dst"
  ))) FROM "n_Claim" r122s CROSS JOIN "n_Source" r122t CROSS JOIN "r_MADE_BY" r122 WHERE r122s."id" = substr(?6, 8, instr(?6, '>') - 8) AND r122t."id" = substr(?6, instr(?6, '>') + 1) AND r122."$src" = r122s."$key" AND r122."$dst" = r122t."$key"
) WHEN 'partOf:' THEN (
  SELECT json_array(12, ('partOf:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r123."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r123."$dst"
  ))) FROM "n_Place" r123s CROSS JOIN "n_Place" r123t CROSS JOIN "r_PART_OF" r123 WHERE r123s."id" = substr(?6, 8, instr(?6, '>') - 8) AND r123t."id" = substr(?6, instr(?6, '>') + 1) AND r123."$src" = r123s."$key" AND r123."$dst" = r123t."$key"
) WHEN 'liesIn:' THEN (
  SELECT json_array(13, ('liesIn:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r124."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r124."$dst"
  ))) FROM "n_Place" r124s CROSS JOIN "n_Place" r124t CROSS JOIN "r_LIES_IN" r124 WHERE r124s."id" = substr(?6, 8, instr(?6, '>') - 8) AND r124t."id" = substr(?6, instr(?6, '>') + 1) AND r124."$src" = r124s."$key" AND r124."$dst" = r124t."$key"
) WHEN 'borders:' THEN (
  SELECT json_array(14, ('borders:' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r125."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r125."$dst"
  ))) FROM "n_Place" r125s CROSS JOIN "n_Place" r125t CROSS JOIN "r_BORDERS" r125 WHERE r125s."id" = substr(?6, 9, instr(?6, '>') - 9) AND r125t."id" = substr(?6, instr(?6, '>') + 1) AND r125."$src" = r125s."$key" AND r125."$dst" = r125t."$key"
) WHEN 'occurredAt:' THEN (
  SELECT json_array(15, ('occurredAt:' || (
    SELECT "id" FROM "n_Event" WHERE "$key" = r126."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r126."$dst"
  ))) FROM "n_Event" r126s CROSS JOIN "n_Place" r126t CROSS JOIN "r_OCCURRED_AT" r126 WHERE r126s."id" = substr(?6, 12, instr(?6, '>') - 12) AND r126t."id" = substr(?6, instr(?6, '>') + 1) AND r126."$src" = r126s."$key" AND r126."$dst" = r126t."$key"
) WHEN 'control:' THEN (
  SELECT json_array(16, r127."id") FROM "r_CONTROLS" r127 WHERE r127."id" = ?6
) WHEN 'backing:' THEN (
  SELECT json_array(17, r128."id") FROM "r_BACKS" r128 WHERE r128."id" = ?6
) WHEN 'membership:' THEN (
  SELECT json_array(18, r129."id") FROM "r_MEMBER_OF" r129 WHERE r129."id" = ?6
) WHEN 'succeeds:' THEN (
  SELECT json_array(19, ('succeeds:' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r130."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r130."$dst"
  ))) FROM "n_Actor" r130s CROSS JOIN "n_Actor" r130t CROSS JOIN "r_SUCCEEDS" r130 WHERE r130s."id" = substr(?6, 10, instr(?6, '>') - 10) AND r130t."id" = substr(?6, instr(?6, '>') + 1) AND r130."$src" = r130s."$key" AND r130."$dst" = r130t."$key"
) WHEN 'basedIn:' THEN (
  SELECT json_array(20, ('basedIn:' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r131."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Place" WHERE "$key" = r131."$dst"
  ))) FROM "n_Actor" r131s CROSS JOIN "n_Place" r131t CROSS JOIN "r_BASED_IN" r131 WHERE r131s."id" = substr(?6, 9, instr(?6, '>') - 9) AND r131t."id" = substr(?6, instr(?6, '>') + 1) AND r131."$src" = r131s."$key" AND r131."$dst" = r131t."$key"
) WHEN 'voiceOf:' THEN (
  SELECT json_array(21, ('voiceOf:' || (
    SELECT "id" FROM "n_Source" WHERE "$key" = r132."$src"
  ) || '>' || (
    SELECT "id" FROM "n_Actor" WHERE "$key" = r132."$dst"
  ))) FROM "n_Source" r132s CROSS JOIN "n_Actor" r132t CROSS JOIN "r_VOICE_OF" r132 WHERE r132s."id" = substr(?6, 9, instr(?6, '>') - 9) AND r132t."id" = substr(?6, instr(?6, '>') + 1) AND r132."$src" = r132s."$key" AND r132."$dst" = r132t."$key"
) END)
