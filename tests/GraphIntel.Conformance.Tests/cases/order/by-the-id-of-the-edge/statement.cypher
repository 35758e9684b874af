CYPHER 5
WITH COLLECT {
  MATCH (n1:Event)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r3:PARTICIPATED_IN]-(n2:Actor)
    WHERE r3.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY r3.role ASC, r3.id DESC, n2.id DESC LIMIT $p.a1
    RETURN [r3.role, r3.id]
  } AS c0
  RETURN [c0]
} AS c1
RETURN [c1[0]] AS r
