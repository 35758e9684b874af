CYPHER 5
WITH COLLECT {
  MATCH (n1:Actor)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)-[r2:BACKS]->(n3:Actor)
    WHERE r2.standing IN ['DENIED']
    RETURN n3
  } AS c0, COUNT {
    MATCH (n1)-[r4:BACKS]->(n5:Actor)
    WHERE r4.standing IN ['ASSERTED', 'DENIED']
    RETURN n5
  } AS c1, COUNT {
    MATCH (n1)-[r6:BACKS]->(n7:Actor)
    WHERE r6.standing IN ['ASSERTED', 'DISPUTED']
    RETURN n7
  } AS c2, COUNT {
    MATCH (n1)-[r8:BACKS]->(n9:Actor)
    WHERE r8.standing IN ['DENIED']
    RETURN n9
  } AS c3, COUNT {
    MATCH (n1)-[r10:BACKS]->(n11:Actor)
    WHERE false
    RETURN n11
  } AS c4
  RETURN [c0, c1, c2, c3, c4]
} AS c5
RETURN [c5[0]] AS r
