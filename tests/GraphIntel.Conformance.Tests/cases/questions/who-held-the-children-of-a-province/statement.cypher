CYPHER 5
WITH COLLECT {
  MATCH (n1:Place)
  WHERE n1.id = $p.a0
  WITH *, COLLECT {
    MATCH (n1)<-[r2:PART_OF]-(n3:Place)
    WHERE EXISTS {
      MATCH (n3)<-[r4:CONTROLS]-(n5:Actor)
      WHERE r4.standing IN ['ASSERTED', 'DISPUTED']
      RETURN 1
    }
    WITH *
    ORDER BY n3.name DESC, n3.id DESC LIMIT $p.a2
    WITH *, COLLECT {
      MATCH (n3)<-[r6:CONTROLS]-(n7:Actor)
      WHERE (r6.from IS NULL OR r6.from <= $p.a3) AND (r6.until IS NULL OR r6.until > $p.a3) AND r6.standing IN ['ASSERTED', 'DISPUTED']
      WITH *
      ORDER BY n7.id ASC, r6.id ASC LIMIT $p.a5
      RETURN [r6.extent, n7.name]
    } AS c0
    RETURN [n3.name, c0]
  } AS c1, COLLECT {
    MATCH (n1)<-[r8:LIES_IN]-(n9:Place)
    WITH *
    ORDER BY n9.id ASC LIMIT $p.a7
    WITH *, COLLECT {
      MATCH (n9)<-[r10:CONTROLS]-(n11:Actor)
      WHERE r10.standing IN ['ASSERTED', 'DISPUTED']
      WITH *
      ORDER BY n11.id ASC, r10.id ASC LIMIT $p.a9
      RETURN [r10.extent, n11.name]
    } AS c2
    RETURN [n9.name, c2]
  } AS c3
  RETURN [c1, c3]
} AS c4
RETURN [c4[0]] AS r
