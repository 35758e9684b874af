using GraphIntel.Core.Model;
using GraphIntel.Core.Planning;

namespace GraphIntel.Core.Response;

/// <content>
/// Stored values. Each is checked against its field's type (specification, section 6.4.3), since other tools can write to the
/// store.
/// </content>
internal ref partial struct ResponseWriter<TReader>
{
    private const string ExpectedList = "a list";

    /// <summary>Writes a null to a nullable field; else reports an error and returns false.</summary>
    private readonly bool WriteNull(ResponseField slot)
    {
        if (slot.IsRequired)
            _run.ReportNull(slot, _path.ToList(slot.ResponseKey));
        return WriteNullAfterError(slot);
    }

    private bool WriteValue(ValueSlot slot)
    {
        if (_reader.TryReadNull())
            return WriteNull(slot);
        if (slot.IsList)
            return WriteList(slot);
        return _reader.TryCopyScalar(slot.Scalar, slot.Enum, _output)
            || WriteInvalid(slot, slot.Scalar, PlanRun.Expected(slot.Scalar, slot.Enum));
    }

    private bool WriteTotal(TotalPart slot) =>
        _reader.TryCopyScalar(ScalarKind.Int, null, _output) || WriteInvalid(slot, ScalarKind.Int, PlanRun.Expected(ScalarKind.Int, null));

    private bool WritePoint(PointSlot slot)
    {
        if (_reader.TryReadNull())
            return WriteNull(slot);
        if (!_reader.TryReadPoint(out var point))
            return WriteInvalid(slot, ScalarKind.Point, PlanRun.Expected(ScalarKind.Point, null));
        _output.Write((byte)'{');
        for (var index = 0; index < slot.Parts.Length; index++)
        {
            if (index > 0)
                _output.Write((byte)',');
            var part = slot.Parts[index];
            _output.Write(part.KeyBytes);
            _ = part.Field switch
            {
                PointField.TypeName => WriteJson(part.TypeName),
                PointField.Latitude => WriteNumber(point.Latitude),
                PointField.Longitude => WriteNumber(point.Longitude),
            };
        }
        _output.Write((byte)'}');
        return true;
    }

    private readonly bool WriteNumber(double value)
    {
        _output.Write(value);
        return true;
    }

    /// <summary>Writes a list of non-null items; an item that is null or not a value of the type makes the list null.</summary>
    private bool WriteList(ValueSlot slot)
    {
        var (list, start) = (_reader.Position, _output.Length);
        if (!_reader.TryEnterList(out var remaining))
            return WriteInvalid(slot, slot.Scalar, ExpectedList);
        _output.Write((byte)'[');
        for (var index = 0; _reader.NextItem(ref remaining); index++)
        {
            if (index > 0)
                _output.Write((byte)',');
            if (_reader.TryCopyScalar(slot.Scalar, slot.Enum, _output))
                continue;
            var path = _path.ToList(slot.ResponseKey, index);
            if (_reader.TryReadNull())
                _run.ReportNull(slot, path);
            else
                _run.ReportInvalid(slot, path, _reader.Describe(slot.Scalar), PlanRun.Expected(slot.Scalar, slot.Enum));
            _output.Length = start;
            _reader.Position = list;
            _reader.Skip();
            return WriteNullAfterError(slot);
        }
        _output.Write((byte)']');
        return true;
    }

    private bool WriteInvalid(ResponseField slot, ScalarKind kind, string expected)
    {
        _run.ReportInvalid(slot, _path.ToList(slot.ResponseKey), _reader.Describe(kind), expected);
        _reader.Skip();
        return WriteNullAfterError(slot);
    }

    private readonly bool WriteNullAfterError(ResponseField slot)
    {
        if (slot.IsRequired)
            return false;
        _output.Write("null"u8);
        return true;
    }
}
