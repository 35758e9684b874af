CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COUNT {
    MATCH (n1)<-[r2:CONTROLS]-(n3:Actor)
    WHERE (r2.from IS NULL OR r2.from <= $p.a1) AND (r2.until IS NULL OR r2.until > $p.a1) AND r2.standing IN ['ASSERTED', 'DISPUTED']
    RETURN n3
  } AS c0, COLLECT {
    MATCH (n1)<-[r4:CONTROLS]-(n5:Actor)
    WHERE (r4.from IS NULL OR r4.from <= $p.a4) AND (r4.until IS NULL OR r4.until > $p.a4) AND r4.standing IN ['ASSERTED', 'DISPUTED']
    WITH *
    ORDER BY n5.id ASC, r4.id ASC LIMIT $p.a6
    WITH *, COLLECT {
      WITH startNode(r4) AS n6
      RETURN [n6.id]
    } AS c1, COLLECT {
      WITH endNode(r4) AS n7
      RETURN [n7.id]
    } AS c2
    RETURN [r4.status, r4.extent, r4.from, r4.fromPrecision, r4.until, n5.id, r4.id, c1[0], c2[0]]
  } AS c3, COUNT {
    MATCH (n1)<-[r8:CONTROLS]-(n9:Actor)
    WHERE (r8.from IS NULL OR r8.from <= $p.a7) AND (r8.until IS NULL OR r8.until > $p.a7) AND r8.attestedFrom <= $p.a7 AND r8.attestedUntil >= $p.a7 AND r8.standing IN ['ASSERTED', 'DISPUTED']
    RETURN n9
  } AS c4
  RETURN [c0, c3, c4]
} AS c5
RETURN [c5[0]] AS r
