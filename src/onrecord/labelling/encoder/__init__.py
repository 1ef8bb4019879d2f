"""The learned labeller: word pieces → one encoder (ONNX Runtime) → cues, roles and the other heads → Labels."""
