CYPHER 5
WITH COLLECT {
  MATCH (n1:Claim)
  WHERE EXISTS {
    MATCH (n1)-[r2:MADE_BY]->(n3:Source)
    WHERE EXISTS {
      MATCH (n3)-[r4:VOICE_OF]->(n5:Actor)
      RETURN 1
    }
    RETURN 1
  } AND n1.about IN $p.a0 AND n1.id IS NOT NULL
  WITH *, COLLECT {
    MATCH (n1)-[r6:MADE_BY]->(n7:Source)
    RETURN n7.name
  } AS c0
  WITH *
  ORDER BY c0[0] IS NOT NULL ASC, c0[0] ASC, n1.about DESC, n1.id DESC LIMIT $p.a2
  WITH *, COLLECT {
    MATCH (n1)-[r8:MADE_BY]->(n9:Source)
    WITH *, COLLECT {
      MATCH (n9)-[r10:VOICE_OF]->(n11:Actor)
      RETURN [n11.name]
    } AS c1
    RETURN [n9.name, c1[0]]
  } AS c2, COLLECT {
    MATCH (n12:Actor)
    WHERE n12.id = n1.about
    RETURN [0] AS v
    UNION ALL
    MATCH (n13:Place)
    WHERE n13.id = n1.about
    RETURN [1] AS v
    UNION ALL
    MATCH ()-[r14:MADE_IN]->()
    WHERE r14.id = n1.about
    RETURN [2] AS v
    UNION ALL
    MATCH (n15:Event)
    WHERE n15.id = n1.about
    RETURN [3, n15.title] AS v
    UNION ALL
    MATCH ()-[r16:PARTICIPATED_IN]->()
    WHERE r16.id = n1.about
    RETURN [4] AS v
    UNION ALL
    MATCH ()-[r17:PART_OF_EVENT]->()
    WHERE r17.id = n1.about
    RETURN [5] AS v
    UNION ALL
    MATCH ()-[r18:REPORTED_IN]->()
    WHERE r18.id = n1.about
    RETURN [6] AS v
    UNION ALL
    MATCH ()-[r19:PUBLISHED_BY]->()
    WHERE r19.id = n1.about
    RETURN [7] AS v
    UNION ALL
    MATCH ()-[r20:MADE_BY]->()
    WHERE r20.id = n1.about
    RETURN [8] AS v
    UNION ALL
    MATCH ()-[r21:PART_OF]->()
    WHERE r21.id = n1.about
    RETURN [9] AS v
    UNION ALL
    MATCH ()-[r22:LIES_IN]->()
    WHERE r22.id = n1.about
    RETURN [10] AS v
    UNION ALL
    MATCH ()-[r23:BORDERS]->()
    WHERE r23.id = n1.about
    RETURN [11] AS v
    UNION ALL
    MATCH ()-[r24:OCCURRED_AT]->()
    WHERE r24.id = n1.about
    RETURN [12] AS v
    UNION ALL
    MATCH ()-[r25:CONTROLS]->()
    WHERE r25.id = n1.about
    RETURN [13] AS v
    UNION ALL
    MATCH ()-[r26:BACKS]->()
    WHERE r26.id = n1.about
    RETURN [14] AS v
    UNION ALL
    MATCH ()-[r27:MEMBER_OF]->()
    WHERE r27.id = n1.about
    RETURN [15] AS v
    UNION ALL
    MATCH ()-[r28:SUCCEEDS]->()
    WHERE r28.id = n1.about
    RETURN [16] AS v
    UNION ALL
    MATCH ()-[r29:BASED_IN]->()
    WHERE r29.id = n1.about
    RETURN [17] AS v
    UNION ALL
    MATCH ()-[r30:VOICE_OF]->()
    WHERE r30.id = n1.about
    RETURN [18] AS v
  } AS c3
  RETURN [n1.about, c2[0], c3[0]]
} AS c4
RETURN [c4] AS r
