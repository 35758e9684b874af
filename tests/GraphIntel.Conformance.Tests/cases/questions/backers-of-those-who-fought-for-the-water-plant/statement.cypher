CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[:LIES_IN*0..1]-(w3x1)
    WITH DISTINCT w3x1
    MATCH (w3x1)<-[:PART_OF*0..32]-(w3x2)
    WITH DISTINCT w3x2
    MATCH (w3x2)<-[r6:OCCURRED_AT]-(w3x3)
    WITH DISTINCT w3x3
    WITH w3x3 AS n2
    WHERE n2:Event
    WITH *
    ORDER BY n2.start DESC, n2.id DESC LIMIT $p.a4
    WITH *, COLLECT {
      MATCH (n2)<-[r8:PARTICIPATED_IN]-(n7:Actor)
      WHERE r8.standing IN ['ASSERTED', 'DISPUTED']
      WITH *
      ORDER BY n7.id ASC, r8.id ASC LIMIT $p.a3
      WITH *, COLLECT {
        MATCH (n7)<-[r10:BACKS]-(n9:Actor)
        WHERE (coalesce(r10.from, r10.attestedFrom) IS NULL OR coalesce(r10.from, r10.attestedFrom) <= $p.a1) AND (r10.until IS NULL OR r10.until > $p.a1) AND r10.standing IN ['ASSERTED', 'DISPUTED']
        WITH *
        ORDER BY n9.id ASC, r10.id ASC LIMIT $p.a2
        RETURN [r10.kinds, r10.from, n9.name]
      } AS c0
      RETURN [r8.role, n7.name, c0]
    } AS c1
    RETURN [n2.title, c1]
  } AS c2
  RETURN [c2]
} AS c3
RETURN [c3[0]] AS r
