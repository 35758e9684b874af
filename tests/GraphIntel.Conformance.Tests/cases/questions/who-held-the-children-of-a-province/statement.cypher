CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r3:PART_OF]-(n2:Place)
    WHERE EXISTS {
      MATCH (n2)<-[r5:CONTROLS]-(n4:Actor)
      WHERE r5.standing IN ['ASSERTED', 'DISPUTED']
      RETURN 1
    }
    WITH *
    ORDER BY n2.name DESC, n2.id DESC LIMIT $p.a3
    WITH *, COLLECT {
      MATCH (n2)<-[r7:CONTROLS]-(n6:Actor)
      WHERE (coalesce(r7.from, r7.attestedFrom) IS NULL OR coalesce(r7.from, r7.attestedFrom) <= $p.a1) AND (r7.until IS NULL OR r7.until > $p.a1) AND r7.standing IN ['ASSERTED', 'DISPUTED']
      WITH *
      ORDER BY n6.id ASC, r7.id ASC LIMIT $p.a2
      RETURN [r7.extent, n6.name]
    } AS c0
    RETURN [n2.name, c0]
  } AS c1
  RETURN [c1]
} AS c2
RETURN [c2[0]] AS r
;
CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r3:LIES_IN]-(n2:Place)
    WITH *
    ORDER BY n2.id ASC LIMIT $p.a2
    WITH *, COLLECT {
      MATCH (n2)<-[r5:CONTROLS]-(n4:Actor)
      WHERE r5.standing IN ['ASSERTED', 'DISPUTED']
      WITH *
      ORDER BY n4.id ASC, r5.id ASC LIMIT $p.a1
      RETURN [r5.extent, n4.name]
    } AS c0
    RETURN [n2.name, c0]
  } AS c1
  RETURN [c1]
} AS c2
RETURN [c2[0]] AS r
