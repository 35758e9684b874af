CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r2:PARTICIPATED_IN]-(n3:Actor)
    WHERE r2.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY r2.role ASC, r2.id DESC, n3.id DESC LIMIT $p.a2
    RETURN [r2.role, r2.id]
  } AS c0
  RETURN [c0]
} AS c1, COLLECT {
  MATCH (n4:Place)
  WHERE n4.id = $p.a3
  WITH *, COLLECT {
    MATCH (n4)<-[r5:PART_OF]-(n6:Place)
    WITH *
    ORDER BY r5.id DESC, n6.id DESC LIMIT $p.a5
    RETURN [n6.id]
  } AS c2
  RETURN [c2]
} AS c3
RETURN [c1[0], c3[0]] AS r
