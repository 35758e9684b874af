CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH w3p1 = (n1)<-[r4s:BACKS*1..6]-(w3x1)
    WHERE all(r4 IN r4s WHERE EXISTS {
      MATCH (n5:Claim)
      WHERE n5.about = r4.id AND n5.id IS NOT NULL AND n5.field IS NULL AND NOT coalesce(n5.stance = $p.a1, false) AND EXISTS {
        MATCH (n5)-[r7:MADE_BY]->(n6:Source)
        WHERE n6.id IN $p.a2
        RETURN 1
      }
      RETURN 1
    })
    WITH w3x1, min(length(w3p1)) AS w3d1
    WITH w3x1 AS n2, w3d1 AS w3
    WHERE n2:Actor AND n2 <> n1
    WITH *
    ORDER BY w3 ASC, n2.id ASC LIMIT $p.a3
    RETURN [w3, n2.name]
  } AS c0
  RETURN [c0]
} AS c1
RETURN [c1[0]] AS r
