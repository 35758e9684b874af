CYPHER 5
WITH COLLECT {
  MATCH (n1:Claim)
  WHERE n1.stance = $p.a0 AND n1.id IS NOT NULL
  WITH *
  ORDER BY n1.id ASC LIMIT $p.a1
  WITH *, COLLECT {
    MATCH (n1)-[r3:MADE_BY]->(n2:Source)
    RETURN [n2.name]
  } AS c0, COLLECT {
    MATCH (n4:Actor)
    WHERE n4.id = n1.about
    RETURN [0, n4.id] AS v
    UNION ALL
    MATCH (n5:Place)
    WHERE n5.id = n1.about
    RETURN [1, n5.id] AS v
    UNION ALL
    MATCH ()-[r6:MADE_IN]->()
    WHERE r6.id = n1.about
    RETURN [2, r6.id] AS v
    UNION ALL
    MATCH (n7:Event)
    WHERE n7.id = n1.about
    RETURN [3, n7.id] AS v
    UNION ALL
    MATCH ()-[r8:PARTICIPATED_IN]->()
    WHERE r8.id = n1.about
    RETURN [4, r8.id] AS v
    UNION ALL
    MATCH ()-[r9:PART_OF_EVENT]->()
    WHERE r9.id = n1.about
    RETURN [5, r9.id] AS v
    UNION ALL
    MATCH ()-[r10:REPORTED_IN]->()
    WHERE r10.id = n1.about
    RETURN [6, r10.id] AS v
    UNION ALL
    MATCH ()-[r11:PUBLISHED_BY]->()
    WHERE r11.id = n1.about
    RETURN [7, r11.id] AS v
    UNION ALL
    MATCH ()-[r12:MADE_BY]->()
    WHERE r12.id = n1.about
    RETURN [8, r12.id] AS v
    UNION ALL
    MATCH ()-[r13:PART_OF]->()
    WHERE r13.id = n1.about
    RETURN [9, r13.id] AS v
    UNION ALL
    MATCH ()-[r14:LIES_IN]->()
    WHERE r14.id = n1.about
    RETURN [10, r14.id] AS v
    UNION ALL
    MATCH ()-[r15:BORDERS]->()
    WHERE r15.id = n1.about
    RETURN [11, r15.id] AS v
    UNION ALL
    MATCH ()-[r16:OCCURRED_AT]->()
    WHERE r16.id = n1.about
    RETURN [12, r16.id] AS v
    UNION ALL
    MATCH ()-[r17:CONTROLS]->()
    WHERE r17.id = n1.about
    RETURN [13, r17.id] AS v
    UNION ALL
    MATCH ()-[r18:BACKS]->()
    WHERE r18.id = n1.about
    WITH *, COLLECT {
      WITH startNode(r18) AS n19
      RETURN [n19.name]
    } AS c1, COLLECT {
      WITH endNode(r18) AS n20
      RETURN [n20.name]
    } AS c2
    RETURN [14, r18.id, c1[0], c2[0]] AS v
    UNION ALL
    MATCH ()-[r21:MEMBER_OF]->()
    WHERE r21.id = n1.about
    RETURN [15, r21.id] AS v
    UNION ALL
    MATCH ()-[r22:SUCCEEDS]->()
    WHERE r22.id = n1.about
    RETURN [16, r22.id] AS v
    UNION ALL
    MATCH ()-[r23:BASED_IN]->()
    WHERE r23.id = n1.about
    RETURN [17, r23.id] AS v
    UNION ALL
    MATCH ()-[r24:VOICE_OF]->()
    WHERE r24.id = n1.about
    RETURN [18, r24.id] AS v
  } AS c3
  RETURN [n1.statement, c0[0], c3[0]]
} AS c4
RETURN [c4] AS r
