CYPHER 5
WITH COLLECT {
  MATCH (n1:Source)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)<-[r2:MADE_BY]-(n3:Claim)
    RETURN n3
  } AS c0, COLLECT {
    MATCH (n1)<-[r2:MADE_BY]-(n3:Claim)
    WITH *
    ORDER BY n3.about DESC, n3.id DESC LIMIT $p.a2
    WITH *, COLLECT {
      MATCH (n4:Actor)
      WHERE n4.id = n3.about
      RETURN [0, n4.id, n4.name] AS v
      UNION ALL
      MATCH (n5:Place)
      WHERE n5.id = n3.about
      RETURN [1, n5.id, n5.name] AS v
      UNION ALL
      MATCH ()-[r6:MADE_IN]->()
      WHERE r6.id = n3.about
      RETURN [2, r6.id] AS v
      UNION ALL
      MATCH (n7:Event)
      WHERE n7.id = n3.about
      RETURN [3, n7.id, n7.title, n7.start] AS v
      UNION ALL
      MATCH ()-[r8:PARTICIPATED_IN]->()
      WHERE r8.id = n3.about
      WITH *, COLLECT {
        WITH startNode(r8) AS n9
        RETURN [n9.name]
      } AS c1
      RETURN [4, r8.id, r8.role, c1[0]] AS v
      UNION ALL
      MATCH ()-[r10:PART_OF_EVENT]->()
      WHERE r10.id = n3.about
      RETURN [5, r10.id] AS v
      UNION ALL
      MATCH ()-[r11:REPORTED_IN]->()
      WHERE r11.id = n3.about
      RETURN [6, r11.id] AS v
      UNION ALL
      MATCH ()-[r12:PUBLISHED_BY]->()
      WHERE r12.id = n3.about
      RETURN [7, r12.id] AS v
      UNION ALL
      MATCH ()-[r13:MADE_BY]->()
      WHERE r13.id = n3.about
      RETURN [8, r13.id] AS v
      UNION ALL
      MATCH ()-[r14:PART_OF]->()
      WHERE r14.id = n3.about
      RETURN [9, r14.id] AS v
      UNION ALL
      MATCH ()-[r15:LIES_IN]->()
      WHERE r15.id = n3.about
      RETURN [10, r15.id] AS v
      UNION ALL
      MATCH ()-[r16:BORDERS]->()
      WHERE r16.id = n3.about
      RETURN [11, r16.id] AS v
      UNION ALL
      MATCH ()-[r17:OCCURRED_AT]->()
      WHERE r17.id = n3.about
      RETURN [12, r17.id] AS v
      UNION ALL
      MATCH ()-[r18:CONTROLS]->()
      WHERE r18.id = n3.about
      RETURN [13, r18.id] AS v
      UNION ALL
      MATCH ()-[r19:BACKS]->()
      WHERE r19.id = n3.about
      RETURN [14, r19.id] AS v
      UNION ALL
      MATCH ()-[r20:MEMBER_OF]->()
      WHERE r20.id = n3.about
      RETURN [15, r20.id] AS v
      UNION ALL
      MATCH ()-[r21:SUCCEEDS]->()
      WHERE r21.id = n3.about
      RETURN [16, r21.id] AS v
      UNION ALL
      MATCH ()-[r22:BASED_IN]->()
      WHERE r22.id = n3.about
      RETURN [17, r22.id] AS v
      UNION ALL
      MATCH ()-[r23:VOICE_OF]->()
      WHERE r23.id = n3.about
      RETURN [18, r23.id] AS v
    } AS c2
    RETURN [c2[0]]
  } AS c3
  RETURN [c0, c3]
} AS c4
RETURN [c4[0]] AS r
