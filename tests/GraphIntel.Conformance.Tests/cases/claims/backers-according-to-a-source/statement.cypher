CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r3:BACKS]-(n2:Actor)
    WHERE EXISTS {
      MATCH (n4:Claim)
      WHERE n4.about = r3.id AND n4.id IS NOT NULL AND n4.field IS NULL AND NOT coalesce(n4.stance = $p.a1, false) AND EXISTS {
        MATCH (n4)-[r6:MADE_BY]->(n5:Source)
        WHERE n5.id IN $p.a2
        RETURN 1
      }
      RETURN 1
    }
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a3
    RETURN [n2.name]
  } AS c0
  RETURN [c0]
} AS c1
RETURN [c1[0]] AS r
