CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)-[r3:BACKS]->(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n2.id ASC, r3.id ASC LIMIT $p.a4
    WITH *, COUNT {
      MATCH (n4:Actor) USING INDEX SEEK n4:Actor(id)
      WHERE n4.id IN r3.againstIds
      RETURN n4
    } AS c0, COLLECT {
      MATCH (n4:Actor) USING INDEX SEEK n4:Actor(id)
      WHERE n4.id IN r3.againstIds
      WITH *
      ORDER BY n4.id ASC LIMIT $p.a1
      RETURN [n4.name]
    } AS c1, COUNT {
      MATCH (n5:Claim)
      WHERE n5.about = r3.id AND n5.id IS NOT NULL
      RETURN n5
    } AS c2, COLLECT {
      MATCH (n5:Claim)
      WHERE n5.about = r3.id AND n5.id IS NOT NULL
      WITH *
      ORDER BY n5.id ASC LIMIT $p.a2
      RETURN [n5.id]
    } AS c3, COLLECT {
      WITH startNode(r3) AS n6
      RETURN [n6.id]
    } AS c4, COLLECT {
      WITH endNode(r3) AS n7
      RETURN [n7.name]
    } AS c5, COLLECT {
      MATCH (n8:Actor) USING INDEX SEEK n8:Actor(id)
      WHERE n8.id IN r3.againstIds
      WITH *
      ORDER BY n8.id DESC LIMIT $p.a3
      RETURN [n8.id]
    } AS c6, COUNT {
      MATCH (n9:Claim)
      WHERE n9.about = r3.id AND n9.id IS NOT NULL
      RETURN n9
    } AS c7
    RETURN [r3.kinds, r3.standing, r3.from, r3.until, r3.attestedFrom, r3.attestedUntil, c0, c1, c2, c3, r3.id, c4[0], c5[0], reverse(c6), c7, n2.name]
  } AS c8
  RETURN [c8]
} AS c9
RETURN [c9[0]] AS r
